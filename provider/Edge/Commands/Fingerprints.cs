using System.Security.Cryptography;
using System.Text;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Commands;

/// <summary>
/// Tells whether a running process is the one that was asked for: same options, same build. A token cannot be read back from it.
/// </summary>
internal static class Fingerprints
{
    public static string Of(IEnumerable<string> options)
    {
        var builds = new[] { typeof(Fingerprints), typeof(EdgeConfig) }.Select(type => type.Module.ModuleVersionId.ToString());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', [.. builds, .. options]))));
    }
}
