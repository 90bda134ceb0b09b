namespace EdgeInfra.Model;

/// <summary>
/// Something wrong with a declaration. The code never changes its meaning; the path names the property,
/// <c>backends["api"].port</c>, and may be empty.
/// </summary>
public sealed record Problem(string Code, string Path, string Message, Severity Severity)
{
    public override string ToString() => $"{Code} {(Path.Length == 0 ? "" : Path + " ")}{Message}";
}
