namespace EdgeInfra.Model;

/// <summary>
/// The name a backend has in generated VCL. Different backends can come out the same: <c>Host 1</c> and <c>Host_1</c>.
/// </summary>
public static class VclName
{
    public static string For(string name) =>
        "F_" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));
}
