namespace EdgeInfra.Model;

/// <summary>
/// The name a backend has in generated VCL. Different backends can come out the same: <c>Host 1</c> and <c>Host_1</c>.
/// </summary>
public static class VclName
{
    public static string For(string name) => "F_" + Normalised(name);

    /// <summary>The same characters, with <c>_</c> for each that no name in VCL may hold.</summary>
    internal static string Normalised(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));
}
