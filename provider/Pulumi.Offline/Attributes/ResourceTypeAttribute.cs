namespace Pulumi;

/// <summary>Says which type token and package version a resource class stands for.</summary>
/// <remarks>References to resources found in outputs are turned into objects by it.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    public string Type => type;

    public string? Version => version;
}
