using System.CommandLine;
using EdgeInfra.Engine.Yaml;

namespace EdgeInfra.Engine.Commands;

/// <summary>A command line that is no command: told on standard error alone, so that nothing reads it for an answer.</summary>
internal static class WrongUsage
{
    public const int ExitCode = 2;

    /// <summary>The exit code; null when the command line can be run.</summary>
    public static int? Report(ParseResult line, TextWriter errors)
    {
        if (line.Errors.Count == 0)
        {
            return null;
        }

        var command = line.CommandResult.Command;
        var words = command.Subcommands.SelectMany(known => known.Aliases.Append(known.Name)).ToArray();
        foreach (var message in line.Errors.Select(error => error.Message).Distinct())
        {
            errors.WriteLine($"error: {message}");
        }

        foreach (var hint in line.UnmatchedTokens.Select(word => Spelling.DidYouMean(word, words)).Where(hint => hint.Length > 0))
        {
            errors.WriteLine(hint.TrimStart());
        }

        errors.WriteLine($"See: {Path(line.CommandResult)} --help");
        return ExitCode;
    }

    private static string Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : result.Command.Name;
}
