using EdgeInfra.Engine.Plugins;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;
using Kit;

namespace Unit.Engine.Plugins;

/// <summary>Plugins here are shell scripts that announce the port of a server in this process.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class Plugin_processes : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10); // Pulumi's

    private readonly PluginFolder _folder = new();

    [Fact]
    public async Task Are_greeted_asked_and_told_to_end()
    {
        ProviderHandshakeRequest? hello = null;
        var cancelled = false;
        await using var server = await RpcServer.Start(Plugin(request => hello = request)
            .On(ProviderMethods.Check, (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }))
            .On(ProviderMethods.Cancel, (_, _) =>
            {
                cancelled = true;
                return Task.FromResult(new Empty());
            }));
        _folder.Add("p", $"""
            echo "$1" > {_folder.File("argument")}
            echo "$$ $(cut -d' ' -f6 /proc/$$/stat)" > {_folder.File("session")}
            echo {server.Port}
            while read line; do :; done
            """);
        var sent = ValueCodec.ToStruct(PropertyMap.Of(("key", new PropertyValue.Secret("k"))));

        await using (var provider = await _folder.Source().Start("p", "", "127.0.0.1:1", default))
        {
            Assert.Equal("1.2.3", provider.Version);
            Assert.Equal(sent, (await provider.Check(new CheckRequest { News = sent }, default)).Inputs);
            Assert.False(cancelled);
        }

        Assert.True(cancelled);
        Assert.Equal("127.0.0.1:1", hello!.EngineAddress);
        Assert.Equal(_folder.File("p"), hello.ProgramDirectory);
        Assert.Equal("127.0.0.1:1", (await File.ReadAllTextAsync(_folder.File("argument"))).Trim());
        var session = (await File.ReadAllTextAsync(_folder.File("session"))).Trim().Split(' ');
        Assert.Equal(session[0], session[1]); // Ctrl-C at the terminal doesn't reach it.
    }

    [Fact]
    public async Task That_know_no_secrets_get_plain_values()
    {
        await using var server = await RpcServer.Start(new RpcService()
            .On(ProviderMethods.Check, (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News })));
        _folder.Environment["PULUMI_DEBUG_PROVIDERS"] = $"other:1,p:{server.Port}"; // Attaches instead of starting one.

        await using var provider = await _folder.Source().Start("p", "", "127.0.0.1:1", default);
        var answer = await provider.Check(
            new CheckRequest { News = ValueCodec.ToStruct(PropertyMap.Of(("key", new PropertyValue.Secret("k")))) }, default);

        Assert.Equal("k", answer.Inputs.Fields["key"].StringValue);
        var preview = await provider.Create(new CreateRequest { Preview = true, Properties = answer.Inputs }, default);
        Assert.Equal(answer.Inputs, preview.Properties); // It can't preview, so it isn't asked.
    }

    [Theory]
    [InlineData("echo hello\nread line", "must write its port as the first line, but wrote 'hello'")]
    [InlineData("echo 99999\nread line", "wrote '99999'")]
    [InlineData("echo no config >&2\nexit 3", "exit code 3 before it said its port:\n  no config")]
    public async Task That_misbehave_at_the_start_are_named_with_their_last_words(string script, string message)
    {
        _folder.Add("p", script);

        var error = await Assert.ThrowsAsync<PluginNotFoundException>(() => _folder.Source().Start("p", "", "", default));

        Assert.Contains("pulumi-resource-p", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_never_say_their_port_are_given_up()
    {
        var time = new ManualTime();
        _folder.Add("p", "read line");

        var starting = _folder.Source(time).Start("p", "", "", default);
        await time.TimerSet(StartLimit);
        time.Advance(StartLimit);
        var error = await Assert.ThrowsAsync<PluginNotFoundException>(() => starting);

        Assert.Contains("did not say its port within 10 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_say_their_port_and_never_answer_are_given_up()
    {
        var time = new ManualTime();
        var asked = new TaskCompletionSource();
        await using var server = await RpcServer.Start(new RpcService().On(ProviderMethods.Handshake, async (_, cancel) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return new ProviderHandshakeResponse();
        }));
        _folder.Add("p", $"echo {server.Port}\nread line");

        var starting = _folder.Source(time).Start("p", "", "", default);
        await asked.Task;
        time.Advance(StartLimit);
        var error = await Assert.ThrowsAsync<PluginNotFoundException>(() => starting.WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.Contains("did not answer within 10 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_die_during_a_call_leave_doubt_and_their_last_words()
    {
        await using var server = await RpcServer.Start(Plugin().On(ProviderMethods.Delete, async (_, cancel) =>
        {
            await File.WriteAllTextAsync(_folder.File("end"), "now\n", cancel);
            throw new RpcException(RpcStatus.Unavailable, "connection lost");
        }));
        _folder.Add("p", $"""
            mkfifo {_folder.File("end")}
            echo {server.Port}
            read line < {_folder.File("end")}
            echo "panic: out of memory" >&2
            exit 2
            """);
        await using var provider = await _folder.Source().Start("p", "", "", default);

        var error = await Assert.ThrowsAsync<RpcException>(() => provider.Delete(new DeleteRequest(), default));

        Assert.Equal(RpcStatus.Unknown, error.Status);
        Assert.Contains("died during Delete:\n  panic: out of memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_not_needed_for_what_is_built_in()
    {
        var world = new Execution.FakeWorld();
        _folder.BuiltIn["p"] = () => new Execution.FakeProvider(world, "p");

        await using var provider = await _folder.Source().Start("p", "", "", default);

        Assert.IsType<Execution.FakeProvider>(provider);
    }

    public void Dispose() => _folder.Dispose();

    private static RpcService Plugin(Action<ProviderHandshakeRequest>? greeted = null) => new RpcService()
        .On(ProviderMethods.Handshake, (request, _) =>
        {
            greeted?.Invoke(request);
            return Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true });
        })
        .On(ProviderMethods.GetPluginInfo, (_, _) => Task.FromResult(new PluginInfo { Version = "1.2.3" }));
}
