namespace Pulumi;

/// <summary>A name under which a resource was known before, so that renaming it does not replace it.</summary>
/// <remarks>Say only what was different; the rest is taken from the resource as it is now.</remarks>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }
}
