namespace Pulumi;

/// <summary>Marks a struct as a set of named strings or numbers.</summary>
/// <remarks>It needs a constructor from, and an explicit conversion to, string or double.</remarks>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
