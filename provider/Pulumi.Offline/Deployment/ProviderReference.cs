using EdgeInfra.Protocol;

namespace Pulumi;

/// <summary>How a provider is named in requests: its URN and id.</summary>
internal static class ProviderReference
{
    public static async Task<string> Of(ProviderResource provider)
    {
        var urn = await provider.Urn.Data.ConfigureAwait(false);
        var id = await provider.Id.Data.ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown && id.Value.Length > 0 ? id.Value : Signatures.Unknown)}";
    }
}
