using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Planning;

/// <summary>Which provider a resource belongs to, as programs and state files write it: <c>urn::id</c>.</summary>
/// <param name="Id">Empty in previews of a provider that doesn't exist yet.</param>
internal sealed record ProviderReference(string Urn, string Id)
{
    /// <summary>Reads a reference; null when it isn't one.</summary>
    public static ProviderReference? Parse(string text)
    {
        var split = text.LastIndexOf("::", StringComparison.Ordinal);
        if (split <= 0 || !Protocol.Urn.IsProviderType(Protocol.Urn.QualifiedType(text[..split])))
        {
            return null;
        }

        var id = text[(split + 2)..];
        return new ProviderReference(text[..split], Signatures.IsUnknown(id) ? "" : id);
    }

    public override string ToString() => $"{Urn}::{(Id.Length == 0 ? Signatures.Unknown : Id)}";
}
