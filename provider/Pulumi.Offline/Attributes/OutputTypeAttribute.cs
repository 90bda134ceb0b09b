namespace Pulumi;

/// <summary>Marks a class as one that outputs are read into.</summary>
/// <remarks>It needs exactly one constructor with <see cref="OutputConstructorAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
