using System.Collections.Immutable;

namespace EdgeInfra.Engine.Yaml;

/// <summary>A YAML program as written: every part with its place, nothing evaluated.</summary>
internal sealed record Template
{
    public ImmutableArray<ConfigDeclaration> Config { get; init; } = [];

    public ImmutableArray<Field> Variables { get; init; } = [];

    public ImmutableArray<ResourceDeclaration> Resources { get; init; } = [];

    public ImmutableArray<Field> Outputs { get; init; } = [];
}
