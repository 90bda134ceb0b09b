using System.Collections.Concurrent;
using EdgeInfra.Engine.Builtin;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Kit;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Builtin;

public sealed class Local_commands : IDisposable
{
    private const string Urn = "urn:pulumi:dev::shop::command:local:Command::hello";

    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly TaskCompletionSource _spoke = new();
    private readonly CommandProvider _provider;

    public Local_commands() =>
        _provider = new CommandProvider(_folder.Path, (_, line) => Hear(line), TimeProvider.System, new Random(1), _kill.Token);

    public void Dispose()
    {
        _kill.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_when_created_and_keep_what_they_wrote()
    {
        var created = await Create(("create", "echo out; echo two; echo err >&2"));

        Assert.StartsWith("hello", created.Id, StringComparison.Ordinal);
        var outputs = ValueCodec.FromStruct(created.Properties);
        Assert.Equal(("out\ntwo", "err"), (Text(outputs["stdout"]), Text(outputs["stderr"])));
        Assert.Equal("echo out; echo two; echo err >&2", Text(outputs["create"]));
        Assert.Equal(["err", "out", "two"], _log.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_environment_folder_input_and_interpreter()
    {
        Directory.CreateDirectory(_folder.At("sub"));

        var created = await Create(
            ("create", "echo $0 $WHO $(cat) $(basename $PWD)"), ("environment", PropertyMap.Of(("WHO", "me"))), ("stdin", "in"), ("dir", "sub"),
            ("interpreter", new V.List("/bin/sh", "-e", "-c")));

        Assert.Equal("/bin/sh me in sub", Text(ValueCodec.FromStruct(created.Properties)["stdout"]));
    }

    [Theory]
    [InlineData("echo update", "update:")]
    [InlineData(null, "create:one")]
    public async Task Run_again_when_updated_and_see_what_they_wrote_before(string? update, string expected)
    {
        var first = await Create(("create", "echo one"));
        var news = PropertyMap.Of(("create", "echo create:$PULUMI_COMMAND_STDOUT"));

        var updated = await _provider.Update(
            new UpdateRequest
            {
                Urn = Urn, Id = first.Id, Olds = first.Properties,
                News = ValueCodec.ToStruct(update is null ? news : news.With("update", update + ":")),
            },
            default);

        Assert.Equal(expected, Text(ValueCodec.FromStruct(updated.Properties)["stdout"]));
    }

    [Fact]
    public async Task Run_when_deleted_with_what_they_wrote_before()
    {
        var created = await Create(("create", "echo pid"), ("delete", "echo $PULUMI_COMMAND_STDOUT > gone"));

        await _provider.Delete(new DeleteRequest { Urn = Urn, Id = created.Id, Properties = created.Properties }, default);

        Assert.Equal("pid\n", await File.ReadAllTextAsync(_folder.At("gone")));
    }

    [Fact]
    public async Task Fail_with_the_end_of_stderr_and_without_secrets()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => Create(
            ("create", "echo \"no way: $KEY\" >&2; exit 3"), ("environment", PropertyMap.Of(("KEY", new V.Secret("hunter2"))))));

        Assert.Equal("the create command exited with code 3; the end of its stderr:\n  no way: [secret]", failure.Message);
        Assert.Equal(RpcStatus.FailedPrecondition, failure.Status);
        Assert.Equal("no way: [secret]", Assert.Single(_log));
    }

    [Fact]
    public async Task May_leave_a_daemon_behind_that_holds_their_output_open()
    {
        var time = new ManualTime();
        var provider = new CommandProvider(_folder.Path, (_, line) => Hear(line), time, new Random(1), _kill.Token);
        var creating = provider.Create(
            new CreateRequest { Urn = Urn, Properties = ValueCodec.ToStruct(PropertyMap.Of(("create", "echo ready; sleep 60 & echo $! > pid"))) }, default);
        await _spoke.Task;
        await time.TimerSet(TimeSpan.FromSeconds(2));
        time.Advance(TimeSpan.FromSeconds(2));
        var created = await creating;

        Assert.Equal("ready", Text(ValueCodec.FromStruct(created.Properties)["stdout"]));
        var pid = int.Parse(
            (await File.ReadAllTextAsync(_folder.At("pid"))).Trim(), System.Globalization.CultureInfo.InvariantCulture);
        using var daemon = System.Diagnostics.Process.GetProcessById(pid);
        Assert.False(daemon.HasExited);
        daemon.Kill();
    }

    [Fact]
    public async Task End_when_their_time_is_over_or_when_killed_but_not_for_being_asked()
    {
        var late = Assert.ThrowsAsync<RpcException>(() => _provider.Create(
            new CreateRequest { Urn = Urn, Timeout = 0.05, Properties = ValueCodec.ToStruct(PropertyMap.Of(("create", "sleep 60"))) }, default));
        Assert.Equal(RpcStatus.DeadlineExceeded, (await late).Status);

        var running = Create(("create", "echo up; sleep 60"));
        await _spoke.Task;
        await _provider.Cancel(default);
        Assert.False(running.IsCompleted);
        await _kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task May_be_given_more_time_than_any_timer_can_wait()
    {
        var year = TimeSpan.FromDays(365).TotalSeconds;

        var created = await _provider.Create(
            new CreateRequest { Urn = Urn, Timeout = year, Properties = ValueCodec.ToStruct(PropertyMap.Of(("create", "echo up"))) }, default);

        Assert.Equal("up", Text(ValueCodec.FromStruct(created.Properties)["stdout"]));
    }

    [Fact]
    public async Task Promise_nothing_about_their_output_in_a_preview_and_keep_it_secret_when_an_input_is()
    {
        var created = await _provider.Create(
            new CreateRequest
            {
                Urn = Urn, Preview = true,
                Properties = ValueCodec.ToStruct(PropertyMap.Of(("create", "touch ran"), ("stdin", new V.Secret("x")))),
            },
            default);

        Assert.Equal(new V.Secret(V.Unknown.Instance), ValueCodec.FromStruct(created.Properties)["stdout"]);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Are_checked_as_a_whole()
    {
        var answer = await _provider.Check(
            new CheckRequest
            {
                Urn = Urn,
                News = ValueCodec.ToStruct(PropertyMap.Of(
                    ("create", 5), ("environmnt", "x"), ("logging", "loud"), ("assetPaths", new V.List("a")), ("delete", V.Unknown.Instance),
                    ("environment", PropertyMap.Of(("A", new V.Secret("x")))))),
            },
            default);

        Assert.Equal(
            [
                "assetPaths: is not supported by the built-in command provider yet; remove it",
                "create: must be a text",
                "environmnt: is not a property of command:local:Command, which has create, update, delete, dir, stdin, addPreviousOutputInEnv, environment, interpreter, logging, triggers",
                "logging: must be one of stdout, stderr, stdoutAndStderr, none",
            ],
            answer.Failures.Select(failure => $"{failure.Property}: {failure.Reason}"));
        Assert.Equal(true, ValueCodec.FromStruct(answer.Inputs)["addPreviousOutputInEnv"]);
    }

    [Fact]
    public async Task Differ_by_environment_name_and_are_replaced_by_triggers_only()
    {
        var olds = PropertyMap.Of(
            ("create", "a"), ("triggers", new V.List(1.0)), ("environment", PropertyMap.Of(("A", "1"), ("B", "1"))));
        var news = PropertyMap.Of(("create", new V.Secret("a")), ("triggers", new V.List(2.0)), ("environment", PropertyMap.Of(("A", "2"), ("B", "1"), ("C.D", "3"))));

        var diff = await _provider.Diff(
            new DiffRequest { Urn = Urn, OldInputs = ValueCodec.ToStruct(olds), News = ValueCodec.ToStruct(news) }, default);

        Assert.Equal(["environment", "triggers"], diff.Diffs);
        Assert.Equal(["triggers"], diff.Replaces);
        Assert.Equal(
            [("environment.A", PropertyDiff.Types.Kind.Update), ("environment[\"C.D\"]", PropertyDiff.Types.Kind.Add), ("triggers", PropertyDiff.Types.Kind.UpdateReplace)],
            diff.DetailedDiff.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value.Kind)));
    }

    [Fact]
    public async Task Are_the_only_kind_that_is_built_in()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(
            () => _provider.Check(new CheckRequest { Type = "command:remote:Command" }, default));

        Assert.Equal(
            "'command:remote:Command' is not available here: of the package command only command:local:Command is built in; the Pulumi CLI runs the rest.",
            failure.Message);
    }

    private Task<CreateResponse> Create(params (string, V)[] inputs) =>
        _provider.Create(new CreateRequest { Urn = Urn, Properties = ValueCodec.ToStruct(PropertyMap.Of(inputs)) }, default);

    private void Hear(string line)
    {
        _log.Enqueue(line);
        _spoke.TrySetResult();
    }

    private static string? Text(V value) => (value as V.Text)?.Value;
}
