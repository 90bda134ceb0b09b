using System.Text.Json;

namespace Unit.Engine.Commands;

public sealed class Commands_that_deploy : IDisposable
{
    private const string Hello = """
        resources:
          hello: { type: "command:local:Command", properties: { create: touch made, delete: rm made, environment: { A: "1" } } }
        outputs: { said: "x${hello.stdout}" }
        """;

    private readonly CommandLine _line = new() { Program = Hello };

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Bring_a_program_up_change_it_and_take_it_down()
    {
        Assert.Equal(0, await _line.Run("up --yes"));
        Assert.True(_line.Has("made"));
        Assert.Contains("Outputs:\n  + said: \"x\"\n", _line.Output, StringComparison.Ordinal);

        Assert.Equal(0, await _line.Run("preview --expect-no-changes"));
        Assert.StartsWith("Previewing update (dev):\n\nResources:\n    2 unchanged\n", _line.Output, StringComparison.Ordinal);

        _line.Program = Hello.Replace("\"1\"", "\"2\"", StringComparison.Ordinal);
        Assert.Equal(1, await _line.Run("preview --expect-no-changes"));
        Assert.Contains(":\n\n~ command:local:Command hello\n    environment.A: \"1\" => \"2\"\n\n", _line.Output, StringComparison.Ordinal);

        Assert.Equal(0, await _line.Run("destroy --yes --remove"));
        Assert.False(_line.Has("made"));
        Assert.False(_line.Has(".pulumi/stacks/shop/dev.json"));
    }

    [Fact]
    public async Task Change_and_save_nothing_in_a_preview()
    {
        Assert.Equal(0, await _line.Run("preview --json"));

        using var document = JsonDocument.Parse(_line.Output);
        Assert.Equal(2, document.RootElement.GetProperty("changeSummary").GetProperty("create").GetInt32());
        Assert.False(_line.Has("made"));
        Assert.False(_line.Has(".pulumi/stacks/shop/dev.json"));
    }

    [Fact]
    public async Task Fail_with_every_mistake_and_leave_things_as_they_were()
    {
        _line.Program = """
            resources:
              a: { type: "command:local:Command", properties: { create: 5, creat: x } }
              b: { type: "command:local:Command", properties: { create: touch b } }
              c: { type: "command:local:Command", properties: { logging: loud } }
            """;

        Assert.Equal(1, await _line.Run("up --yes"));
        Assert.Contains("error: property \"create\": must be a text", _line.Output, StringComparison.Ordinal);
        Assert.Contains("error: property \"creat\": is not a property of command:local:Command", _line.Output, StringComparison.Ordinal);
        Assert.Contains("error: property \"logging\": must be one of stdout", _line.Output, StringComparison.Ordinal);
        Assert.Contains("The preview failed.", _line.Errors, StringComparison.Ordinal);
        Assert.False(_line.Has("b"));
    }

    [Fact]
    public async Task Report_a_failed_command_and_keep_what_was_done()
    {
        _line.Program = """
            resources:
              good: { type: "command:local:Command", properties: { create: touch made } }
              bad: { type: "command:local:Command", properties: { create: "echo no luck >&2; exit 3", stdin: "${good.stdout}" } }
            """;

        Assert.Equal(1, await _line.Run("up --yes --json"));
        using var document = JsonDocument.Parse(_line.Output);
        Assert.Equal("failed", document.RootElement.GetProperty("result").GetString());
        Assert.Contains("exited with code 3", document.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString(), StringComparison.Ordinal);

        Assert.Equal(1, await _line.Run("up --yes"));
        Assert.Contains("    2 unchanged\n", _line.Output, StringComparison.Ordinal);
        Assert.Contains("Diagnostics:\n  command:local:Command bad:\n    error: ", _line.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("up", "there is no terminal to ask on; add --yes")]
    [InlineData("up --json", "--json answers no questions; add --yes")]
    [InlineData("destroy --yes", "no stack 'dev'")]
    [InlineData("up --yes --target nothing", "has no resource of that name")]
    public async Task Refuse_what_cannot_be_done_in_one_sentence(string arguments, string expected)
    {
        Assert.Equal(1, await _line.Run(arguments));
        Assert.StartsWith("error: ", _line.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, _line.Errors, StringComparison.Ordinal);
        Assert.False(_line.Has("made"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("1.5")]
    public async Task Refuse_a_number_of_operations_that_is_none(string number)
    {
        Assert.NotEqual(0, await _line.Run($"up --yes --parallel {number}"));
        Assert.Contains($"--parallel {number}: must be a whole number, 1 or more", _line.Errors, StringComparison.Ordinal);
        Assert.False(_line.Has("made"));
    }

    [Theory]
    [InlineData("no", 1, false)]
    [InlineData("yes", 0, true)]
    public async Task Ask_on_a_terminal_and_do_as_they_are_told(string answer, int code, bool made)
    {
        using var line = new CommandLine(canAsk: true) { Program = Hello };
        line.Answer("details", answer);

        Assert.Equal(code, await line.Run("up"));
        Assert.Equal(made, line.Has("made"));
        Assert.Contains("    + command:local:Command: (create)\n", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_at_a_question_when_they_are_interrupted()
    {
        using var line = new CommandLine(canAsk: true) { Program = Hello };
        using var interrupted = new CancellationTokenSource();
        using var typed = new ManualResetEventSlim();
        line.Asked = () =>
        {
            interrupted.Cancel();
            typed.Wait(); // somebody thinks, and never answers
        };

        var running = Task.Run(() => line.Run("up", interrupted.Token));
        try
        {
            Assert.Equal(130, await running.WaitAsync(TimeSpan.FromSeconds(10)));
        }
        finally
        {
            typed.Set();
        }

        Assert.False(line.Has("made"));
    }

    [Theory]
    [InlineData("--skip-preview")]
    [InlineData("--json")]
    public async Task Fail_after_changes_that_were_not_expected_when_no_preview_could_tell(string option)
    {
        Assert.Equal(1, await _line.Run($"up --yes --expect-no-changes {option}"));
        Assert.Contains("no changes were expected, but some were made", _line.Errors, StringComparison.Ordinal);

        Assert.Equal(0, await _line.Run($"up --yes --expect-no-changes {option}"));
    }

    [Fact]
    public async Task Never_remove_a_stack_that_still_has_resources()
    {
        _line.Program = """
            resources:
              one: { type: "command:local:Command", properties: { create: touch one, delete: rm one } }
              two: { type: "command:local:Command", properties: { create: touch two, delete: rm two } }
            """;
        await _line.Run("up --yes");

        Assert.Equal(1, await _line.Run("destroy --yes --remove --target one"));

        Assert.Contains("was not removed", _line.Errors, StringComparison.Ordinal);
        Assert.False(_line.Has("one"));
        Assert.True(_line.Has(".pulumi/stacks/shop/dev.json"));
        Assert.Equal(0, await _line.Run("destroy --yes --remove"));
        Assert.False(_line.Has(".pulumi/stacks/shop/dev.json"));
    }

    [Fact]
    public async Task Hide_secrets_of_the_configuration()
    {
        _line.Program = """
            config: { key: { type: string, secret: true, default: hunter2 } }
            resources: { a: { type: "command:local:Command", properties: { create: "echo failing with $KEY >&2; exit 1", environment: { KEY: "${key}" } } } }
            outputs: { key: "${key}" }
            """;

        await _line.Run("preview --diff");
        var preview = _line.Output;
        await _line.Run("up --yes --json");

        Assert.DoesNotContain("hunter2", preview + _line.Output + _line.Errors, StringComparison.Ordinal);
        Assert.Contains("failing with [secret]", _line.Output, StringComparison.Ordinal);
    }
}
