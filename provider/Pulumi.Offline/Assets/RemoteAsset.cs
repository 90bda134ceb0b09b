using EdgeInfra.Protocol;

namespace Pulumi;

/// <summary>The content behind a URI.</summary>
/// <remarks>It is fetched by the engine: file, http and https.</remarks>
public sealed class RemoteAsset(string uri) : Asset
{
    internal override PropertyValue ToValue() => new PropertyValue.Asset(Uri: uri);
}
