namespace EdgeInfra.Model;

/// <summary>One allowed value of a text field; a field with none of these takes any text. Case counts.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ChoiceAttribute(string value, string description) : Attribute
{
    public string Value { get; } = value;
    public string Description { get; } = description;

    /// <summary>What a program calls it, where the value itself is no name.</summary>
    public string? Name { get; init; }

    /// <summary>Why this value is refused for now.</summary>
    public string? NotYet { get; init; }
}
