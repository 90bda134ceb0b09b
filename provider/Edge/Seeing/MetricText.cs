using System.Globalization;
using System.Text;

namespace EdgeInfra.Edge.Seeing;

/// <summary>Writes metrics in Prometheus' text format, version 0.0.4. A metric without numbers is left out.</summary>
internal static class MetricText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families.Where(family => family.Samples.Count > 0))
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(Escaped(family.Help)).Append('\n')
                .Append("# TYPE ").Append(family.Name).Append(' ').Append(NameOf(family.Kind)).Append('\n');
            foreach (var sample in family.Samples)
            {
                text.Append(family.Name).Append(sample.Suffix);
                Labels(text, sample.Labels);
                text.Append(' ').Append(Number(sample.Value)).Append('\n');
            }
        }

        return text.ToString();
    }

    public static string NameOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
        _ => "summary",
    };

    public static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static void Labels(StringBuilder text, (string Name, string Value)[] labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var value = Escaped(labels[i].Value).Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append(i == 0 ? '{' : ',').Append(labels[i].Name).Append("=\"").Append(value).Append('"');
        }

        text.Append(labels.Length > 0 ? "}" : "");
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
