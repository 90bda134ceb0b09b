using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin;

/// <summary>Checked inputs with every default settled, and everything that is wrong with them. Failures have Pulumi paths.</summary>
internal sealed record CheckOutcome(PropertyMap Inputs, ImmutableArray<Failure> Failures)
{
    public ImmutableArray<string> Warnings { get; init; } = [];
}
