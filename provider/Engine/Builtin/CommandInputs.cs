using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Builtin;

/// <summary>What one run of a command is made of, in plain text: nothing of it may be shown.</summary>
internal sealed record CommandInputs
{
    public required ImmutableArray<string> Interpreter { get; init; }

    public string? Directory { get; init; }

    public string? Stdin { get; init; }

    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    public bool PassPreviousOutput { get; init; }

    public bool LogsStdout { get; init; }

    public bool LogsStderr { get; init; }

    /// <summary>Checked inputs, all of them known.</summary>
    public static CommandInputs From(PropertyMap inputs)
    {
        var logging = Text(inputs["logging"]) ?? "stdoutAndStderr";
        return new CommandInputs
        {
            Interpreter = inputs["interpreter"].Bare() is V.List list
                ? [.. list.Items.Select(item => Text(item) ?? "")]
                : ["/bin/sh", "-c"],
            Directory = Text(inputs["dir"]),
            Stdin = Text(inputs["stdin"]),
            Environment = inputs["environment"].Bare() is V.Map map
                ? map.Items.ToImmutableSortedDictionary(item => item.Key, item => Text(item.Value) ?? "", StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, string>.Empty,
            PassPreviousOutput = inputs["addPreviousOutputInEnv"].Bare() is not V.Bool(false),
            LogsStdout = logging is "stdout" or "stdoutAndStderr",
            LogsStderr = logging is "stderr" or "stdoutAndStderr",
        };
    }

    public static string? Text(V value) => (value.Bare() as V.Text)?.Value;
}
