using EdgeInfra.Protocol;

namespace Pulumi;

/// <summary>A folder put together from assets and other archives, by name.</summary>
/// <remarks>Names are paths within the archive, with forward slashes.</remarks>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal override PropertyValue ToValue() => new PropertyValue.Archive(
        Parts: PropertyMap.From(assets.Select(asset => KeyValuePair.Create(asset.Key, asset.Value.ToValue()))));
}
