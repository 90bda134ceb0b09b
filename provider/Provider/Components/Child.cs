using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin.Components;

/// <summary>A registered child. What a preview does not know yet is unknown, not missing.</summary>
internal sealed record Child(string Urn, string Id, PropertyMap Outputs, bool Preview)
{
    public PropertyValue IdValue => Id.Length > 0 ? Id : PropertyValue.Unknown.Instance;

    public PropertyValue this[string output] => Outputs.Find(output) ?? (Preview ? PropertyValue.Unknown.Instance : PropertyValue.None);
}
