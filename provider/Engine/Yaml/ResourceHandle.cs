using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Yaml;

/// <summary>A resource as the engine answered it, to be referred to by the rest of the program.</summary>
/// <param name="Id">Null for components; Unknown before creation.</param>
/// <param name="Complete">Outputs that are missing do not exist; in a preview they may only not be known yet.</param>
internal sealed record ResourceHandle(string Urn, PropertyValue? Id, PropertyMap Outputs, bool Complete)
{
    /// <summary>Its type; empty when the program has only read about it.</summary>
    public string Type { get; init; } = "";

    public PropertyValue Reference => new PropertyValue.ResourceReference(Urn, Id);

    /// <summary>Whether the engine has answered that property: a value, or that it is not known yet.</summary>
    public bool Has(string name) => name is "urn" or "id" || Outputs.ContainsKey(name);

    /// <summary>The property of that name: an output, or <c>id</c> or <c>urn</c>.</summary>
    public PropertyValue this[string name] => name switch
    {
        "urn" => Urn,
        "id" when Id is not null => Id,
        _ when Outputs.TryGetValue(name, out var output) => output,
        _ => Complete ? PropertyValue.None : PropertyValue.Unknown.Instance,
    };
}
