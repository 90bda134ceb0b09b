using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>What every point of presence answers for a URL; here it is one.</summary>
internal sealed class EdgeCheckRoutes(Func<Uri, CancellationToken, Task<EdgeVisit>> visit)
{
    public IEnumerable<Route> All => [new("/content/edge_check", Check) { Takes = new() { Query = ["url"] } }];

    private async Task<Answer> Check(ControlCall call, CancellationToken cancel)
    {
        var given = call.Query("url") ?? "";
        var text = given.Contains("://", StringComparison.Ordinal) ? given : "http://" + given;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            return Answer.Of(Refusals.BadRequest($"url is \"{given}\", but must be one such as https://www.example.com/page"));
        }

        try
        {
            return Shown(await visit(url, cancel).ConfigureAwait(false));
        }
        catch (HttpRequestException error)
        {
            return Answer.Of(Refusals.NotReached(error.Message));
        }
    }

    private static Answer Shown(EdgeVisit visit) => Answer.Json(json =>
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("hash", visit.Hash);
        json.WriteString("pop", PlaceRoutes.Code);
        json.WriteString("server", $"cache-{PlaceRoutes.Code.ToLowerInvariant()}");
        json.WriteNumber("response_time", Math.Round(visit.Took.TotalSeconds, 6));
        json.WriteStartObject("request");
        Headers(json, visit.Sent);
        json.WriteNull("method");
        json.WriteNull("url");
        json.WriteEndObject();
        json.WriteStartObject("response");
        Headers(json, visit.Received);
        json.WriteNumber("status", visit.Status);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static void Headers(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> headers)
    {
        json.WriteStartObject("headers");
        foreach (var (name, value) in headers)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
