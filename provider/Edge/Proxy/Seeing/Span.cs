using System.Text.Json;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>What a trace says of one request. Only names that OpenTelemetry's conventions for HTTP have, and our own; never headers.</summary>
internal sealed record Span(TraceParent Self, string? Parent, DateTimeOffset Started, TimeSpan Took, string Method, int Status)
{
    private const int Server = 2, Failed = 2;

    public required IReadOnlyList<KeyValuePair<string, string?>> Texts { get; init; }

    public static Span Of(EdgeRequest request, TraceParent self, string? parent, TimeSpan took) =>
        new(self, parent, request.Started, took, request.Method, request.Response.Status)
        {
            Texts =
            [
                new("http.request.method", request.Method),
                new("server.address", request.ClientHost),
                new("url.path", request.ClientUrl.Split('?')[0]), // a query may hold what is nobody's business
                new("url.scheme", request.IsTls ? "https" : "http"),
                new("client.address", request.ClientIp),
                new("edgeinfra.service", request.Service?.Config.ServiceId),
                new("edgeinfra.backend", request.Asked?.Name),
                new("edgeinfra.request_id", ((IConnectionView)request).RequestId),
                new("error.type", request.Cause),
            ],
        };

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("traceId", Self.TraceId);
        json.WriteString("spanId", Self.SpanId);
        if (Parent is not null)
        {
            json.WriteString("parentSpanId", Parent);
        }

        json.WriteString("name", Method);
        json.WriteNumber("kind", Server);
        json.WriteString("startTimeUnixNano", Nanoseconds(Started));
        json.WriteString("endTimeUnixNano", Nanoseconds(Started + Took));
        Attributes(json);
        json.WriteStartObject("status");
        if (Status >= 500)
        {
            json.WriteNumber("code", Failed);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Attributes(Utf8JsonWriter json)
    {
        json.WriteStartArray("attributes");
        foreach (var (name, value) in Texts.Where(text => text.Value is not null))
        {
            Attribute(json, name, "stringValue", value!);
        }

        Attribute(json, "http.response.status_code", "intValue", $"{Status}"); // 64 bits are a text in OTLP
        json.WriteEndArray();
    }

    public static void Attribute(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("key", name);
        json.WriteStartObject("value");
        json.WriteString(type, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Nanoseconds(DateTimeOffset time) => $"{(time - DateTimeOffset.UnixEpoch).Ticks * 100}";
}
