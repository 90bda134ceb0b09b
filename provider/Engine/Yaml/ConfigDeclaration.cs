namespace EdgeInfra.Engine.Yaml;

/// <summary>A configuration value that a program asks for.</summary>
/// <param name="Key">As declared; without a colon it is in the project's namespace.</param>
/// <param name="Type">string, integer, number, boolean, array, object; null takes what comes.</param>
internal sealed record ConfigDeclaration(SourceSpot At, string Key, string? Type, Expression? Default, bool Secret)
{
    public static readonly IReadOnlyList<string> Types = ["string", "integer", "number", "boolean", "array", "object"];

    /// <summary>The name by which the program refers to it.</summary>
    public string Name => Key[(Key.LastIndexOf(':') + 1)..];
}
