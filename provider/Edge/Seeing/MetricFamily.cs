namespace EdgeInfra.Edge.Seeing;

/// <summary>A metric and all its numbers at one moment. Neither proxy nor control plane: what one counts, the other tells.</summary>
internal sealed record MetricFamily(string Name, MetricKind Kind, string Help)
{
    public List<MetricSample> Samples { get; init; } = [];

    public MetricFamily Add(double value, params (string Name, string Value)[] labels)
    {
        Samples.Add(new(value, "", labels));
        return this;
    }
}
