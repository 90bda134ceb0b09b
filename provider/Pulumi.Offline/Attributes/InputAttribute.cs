namespace Pulumi;

/// <summary>Marks a property of an argument class as one that is sent.</summary>
/// <remarks>
/// Properties without it are never sent. <c>json</c> sends the value as JSON text, as providers' own settings need.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name => name;

    internal bool IsRequired => required;

    internal bool IsJson => json;
}
