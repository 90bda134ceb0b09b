using System.Collections.Immutable;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Yaml;

/// <summary>A value with the URNs of the resources it was made from.</summary>
internal sealed record Evaluated(PropertyValue Value, ImmutableSortedSet<string> Dependencies)
{
    public static Evaluated Of(PropertyValue value) => new(value, []);

    public Evaluated With(PropertyValue value) => this with { Value = value };
}
