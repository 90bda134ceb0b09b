using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Builtin;

/// <summary>The inputs of <c>command:local:Command</c>: what each has to be.</summary>
internal static class CommandFields
{
    public const string Triggers = "triggers";

    private static readonly string[] LoggingModes = ["stdout", "stderr", "stdoutAndStderr", "none"];

    private static readonly Dictionary<string, Func<V, string?>> Rules = new(StringComparer.Ordinal)
    {
        ["create"] = Text,
        ["update"] = Text,
        ["delete"] = Text,
        ["dir"] = Text,
        ["stdin"] = Text,
        ["addPreviousOutputInEnv"] = value => value is V.Bool ? null : "must be true or false",
        ["environment"] = value => value is V.Map map && map.Items.Values.All(IsText) ? null : "must be an object of texts",
        ["interpreter"] = value => value is V.List { Items.Length: > 0 } list && list.Items.All(IsText)
            ? null : "must be a list of texts: the program and its arguments, as in [/bin/sh, -c]",
        ["logging"] = value => value is V.Text(var mode) && LoggingModes.Contains(mode)
            ? null : $"must be one of {string.Join(", ", LoggingModes)}",
        [Triggers] = value => value is V.List ? null : "must be a list",
    };

    public static IEnumerable<string> Names => Rules.Keys;

    /// <summary>Everything wrong with the inputs; what is not known yet is not judged.</summary>
    public static IEnumerable<CheckFailure> Check(PropertyMap inputs)
    {
        foreach (var (name, value) in inputs)
        {
            if (value.Bare() is V.Unknown or V.Null || name.StartsWith("__", StringComparison.Ordinal))
            {
                continue;
            }

            if (name is "assetPaths" or "archivePaths")
            {
                yield return new CheckFailure { Property = name, Reason = "is not supported by the built-in command provider yet; remove it" };
            }
            else if (!Rules.TryGetValue(name, out var rule))
            {
                var reason = $"is not a property of command:local:Command, which has {string.Join(", ", Names)}";
                yield return new CheckFailure { Property = name, Reason = reason };
            }
            else if (rule(value.Bare()) is { } failure)
            {
                yield return new CheckFailure { Property = name, Reason = failure };
            }
        }
    }

    private static string? Text(V value) => value is V.Text ? null : "must be a text";

    private static bool IsText(V value) => value.Bare() is V.Text or V.Unknown;
}
