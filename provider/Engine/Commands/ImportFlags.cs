using System.CommandLine;

namespace EdgeInfra.Engine.Commands;

/// <summary>The options of every kind of import.</summary>
internal sealed class ImportFlags
{
    public Option<string?> Language { get; } = new Option<string?>("--language", "-l")
    {
        Description = "Language of the program; without it that of the program which is there, else csharp.",
    }.AcceptOnlyFromAmong("csharp", "yaml");

    public Option<string?> Out { get; } = new("--out", "-o")
    {
        Description = "Where to; without it the folder of the command. Where a Pulumi.yaml lies, the program that is there gets something to include.",
        HelpName = "DIR",
    };

    public Option<bool> Force { get; } = new("--force") { Description = "Write over files that are there; a Pulumi.yaml never." };

    public Option<bool> Json { get; } = new("--json", "-j") { Description = "Answer with one JSON document." };
}
