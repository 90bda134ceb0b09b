using System.CommandLine;
using EdgeInfra.Engine.Commands;

namespace Unit.Engine.Commands;

public sealed class Wrong_usage
{
    [Theory]
    [InlineData("previw", "Did you mean 'preview'?")]
    [InlineData("", "error: Required command was not provided.")]
    [InlineData("preview --parallel many", "error: Cannot parse argument 'many' for option '--parallel'")]
    [InlineData("preview --bogus", "See: edgeinfra preview --help")]
    public void Is_told_on_standard_error_with_an_exit_code_of_its_own(string arguments, string expected)
    {
        var (code, errors) = Report(arguments);

        Assert.Equal(2, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("preview --help")]
    [InlineData("preview --parallel 3")]
    public void Is_not_what_can_be_run(string arguments) => Assert.Equal((null, ""), Report(arguments));

    private static (int? Code, string Errors) Report(string arguments)
    {
        var parallel = new Option<int>("--parallel");
        var root = new RootCommand { new Command("preview") { parallel }, new Command("up") };
        using var errors = new StringWriter();
        var code = WrongUsage.Report(root.Parse(arguments), errors);
        return (code, errors.ToString().Replace($"See: {root.Name}", "See: edgeinfra", StringComparison.Ordinal));
    }
}
