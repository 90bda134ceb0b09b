namespace EdgeInfra.Model;

/// <summary><c>backend name { … }</c> or <c>probe name { … }</c> as it was written.</summary>
internal sealed record Declared(bool IsBackend, Piece Name, IReadOnlyList<DeclaredProperty> Properties)
{
    private const string Prefix = "F_";

    public string PlainName =>
        Name.Text.StartsWith(Prefix, StringComparison.Ordinal) && Name.Text.Length > Prefix.Length
            ? Name.Text[Prefix.Length..]
            : Name.Text;
}
