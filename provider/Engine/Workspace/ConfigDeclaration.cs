namespace EdgeInfra.Engine.Workspace;

/// <summary>One configuration value as Pulumi.yaml declares it.</summary>
/// <param name="Type">string, integer, number, boolean, array or object; empty when any value will do.</param>
/// <param name="Default">The value, objects as JSON, when the stack sets none; null makes it required if it has a type.</param>
/// <param name="IsSecret">Whether the value is to be treated as a secret even where it stands in plain text.</param>
internal sealed record ConfigDeclaration(string Type, string? Default, bool IsSecret)
{
    public bool IsRequired => Default is null && Type.Length > 0;
}
