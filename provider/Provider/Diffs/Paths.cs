using System.Text.RegularExpressions;

namespace EdgeInfra.Plugin.Diffs;

/// <summary>Pulumi's property paths: plain names after a dot, any other key quoted in brackets.</summary>
internal static partial class Paths
{
    public static string Join(string path, string key) => IsPlain().IsMatch(key)
        ? path.Length == 0 ? key : $"{path}.{key}"
        : $"{path}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";

    [GeneratedRegex(@"\A[A-Za-z_$][A-Za-z0-9_$-]*\z")]
    private static partial Regex IsPlain();
}
