using System.Collections.Immutable;

namespace EdgeInfra.Plugin.Import;

/// <summary>A resource as a stack program declares it. Its name in the stack is that of its variable, in every language.</summary>
internal sealed record PlannedResource(string Type, string Variable, ImmutableArray<(string Name, PlannedValue Value)> Properties)
{
    /// <summary>The id of the live thing it stands for; empty when it is new.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>Of a ServiceVersion: variables of the declarations it lists, by the list they belong into.</summary>
    public ImmutableArray<(string Collection, string Variable)> Members { get; init; } = [];

    /// <summary>Of a ServiceVersion: variables of the declarations among them that have secrets. In C# they come with the members.</summary>
    public ImmutableArray<string> Credentials { get; init; } = [];
}
