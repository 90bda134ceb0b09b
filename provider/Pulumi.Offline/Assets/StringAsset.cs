using EdgeInfra.Protocol;

namespace Pulumi;

/// <summary>A text as the content of a file.</summary>
/// <remarks>It is stored in the stack's state as it is.</remarks>
public sealed class StringAsset(string text) : Asset
{
    internal override PropertyValue ToValue() => new PropertyValue.Asset(Content: text);
}
