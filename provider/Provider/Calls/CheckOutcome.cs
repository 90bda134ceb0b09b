using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin;

/// <summary>Checked inputs with every default settled, and everything that is wrong with them. Failures have Pulumi paths and whole sentences.</summary>
internal sealed record CheckOutcome(PropertyMap Inputs, ImmutableArray<Failure> Failures)
{
    public ImmutableArray<string> Warnings { get; init; } = [];

    public CheckOutcome Scrubbed(Scrubber secrets) =>
        this with { Failures = [.. Failures.Select(failure => failure with { Reason = secrets.Clean(failure.Reason) })] };
}
