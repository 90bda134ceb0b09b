namespace Pulumi;

/// <summary>Marks the constructor by which an output type is read; it may be private.</summary>
/// <remarks>Its parameters are found by name, so they must be called as the properties are.</remarks>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
