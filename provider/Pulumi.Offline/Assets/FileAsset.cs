using EdgeInfra.Protocol;

namespace Pulumi;

/// <summary>The content of a file on this machine.</summary>
/// <remarks>The path is relative to the program's folder.</remarks>
public sealed class FileAsset(string path) : Asset
{
    internal override PropertyValue ToValue() => new PropertyValue.Asset(Path: path);
}
