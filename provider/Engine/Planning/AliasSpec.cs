namespace EdgeInfra.Engine.Planning;

/// <summary>A name that the resource had before: a whole URN, or the parts that differ from today's.</summary>
/// <param name="Urn">When not empty, nothing else counts.</param>
/// <param name="ParentUrn">Null: today's parent. Empty: none.</param>
internal sealed record AliasSpec(
    string Urn = "", string? Name = null, string? Type = null, string? Stack = null, string? Project = null,
    string? ParentUrn = null);
