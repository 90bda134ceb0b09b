using System.Text;
using System.Text.Json;
using EdgeInfra.Edge.Seeing;

namespace EdgeInfra.Edge.Control;

/// <summary>
/// What the edge counts: as Prometheus reads it, and the same figures in JSON. A token limited to services sees those only. Fastly has
/// <c>/stats</c> of its own, so the second is not called that.
/// </summary>
internal sealed class MetricsRoutes(Func<IEnumerable<MetricFamily>> metrics)
{
    public IEnumerable<Route> All =>
    [
        new("GET", "/metrics", call => Text(metrics().Select(family => SeenBy(call.Caller, family)))),
        new("GET", "/metrics/json", call => Json(metrics().Select(family => SeenBy(call.Caller, family)))),
    ];

    /// <summary>All of it, for an operator who has opened it to everybody.</summary>
    public Answer Open() => Text(metrics());

    private static Answer Text(IEnumerable<MetricFamily> families) =>
        new(200, Encoding.UTF8.GetBytes(MetricText.Write(families))) { ContentType = MetricText.ContentType };

    private static MetricFamily SeenBy(Token caller, MetricFamily family) => family with
    {
        Samples = [.. family.Samples.Where(sample => sample.Label("service") is not { } service || caller.Sees(service))],
    };

    private static Answer Json(IEnumerable<MetricFamily> families) => Answer.Json(json => Answer.Object(json, () =>
    {
        foreach (var family in families)
        {
            json.WriteStartObject(family.Name);
            json.WriteString("type", MetricText.NameOf(family.Kind));
            json.WriteString("help", family.Help);
            json.WritePropertyName("samples");
            Answer.Array(json, family.Samples, sample => Write(json, family.Name, sample));
            json.WriteEndObject();
        }
    }));

    private static void Write(Utf8JsonWriter json, string name, MetricSample sample) => Answer.Object(json, () =>
    {
        json.WriteString("name", name + sample.Suffix);
        json.WriteStartObject("labels");
        foreach (var (label, value) in sample.Labels)
        {
            json.WriteString(label, value);
        }

        json.WriteEndObject();
        json.WriteNumber("value", sample.Value);
    });
}
