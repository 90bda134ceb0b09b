namespace Pulumi;

/// <summary>Marks a resource's or stack's property as an output.</summary>
/// <remarks>The property's type must be <c>Output&lt;T&gt;</c> and it needs a setter, which may be private.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name => name;
}
