using System.CommandLine;
using System.Globalization;

namespace EdgeInfra.Engine.Commands;

/// <summary>The options of commands that deploy; each takes those that make sense for it.</summary>
internal sealed class DeploymentFlags
{
    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Go ahead without asking." };

    public Option<bool> SkipPreview { get; } = new("--skip-preview", "-f") { Description = "Don't show what would be done first." };

    public Option<bool> Diff { get; } = new("--diff") { Description = "Show every property of what changes." };

    public Option<bool> Json { get; } = new("--json", "-j") { Description = "Answer with one JSON document." };

    public Option<bool> Refresh { get; } = new("--refresh", "-r") { Description = "Read all resources back first." };

    public Option<bool> ExpectNoChanges { get; } = new("--expect-no-changes") { Description = "Fail if there is anything to do." };

    public Option<bool> ContinueOnError { get; } = new("--continue-on-error") { Description = "Go on with what does not depend on a failure." };

    public Option<string[]> Targets { get; } = new("--target", "-t")
    {
        Description = "Only this resource: its name or URN. May be given several times.",
        HelpName = "NAME|URN",
    };

    public Option<int?> Parallel { get; } = new("--parallel", "-p")
    {
        Description = "Operations at one time; by default four for each processor.",
        HelpName = "N",
    };

    public Option<string> Message { get; } = new("--message", "-m")
    {
        Description = "A note for the stack's history.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "",
    };

    // The text is looked at, not the number: where it is none, asking for a number throws.
    public DeploymentFlags() => Parallel.Validators.Add(result =>
    {
        if (result.Tokens is [var given, ..] && !(int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0))
        {
            result.AddError($"--parallel {given.Value}: must be a whole number, 1 or more.");
        }
    });
}
