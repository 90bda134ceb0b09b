namespace EdgeInfra.Edge.Seeing;

/// <summary>One number of a metric, and what it is about.</summary>
/// <param name="Suffix">What is put behind the metric's name, such as <c>_bucket</c>; empty for most.</param>
internal sealed record MetricSample(double Value, string Suffix, params (string Name, string Value)[] Labels)
{
    public string? Label(string name) => Array.Find(Labels, label => label.Name == name).Value;
}
