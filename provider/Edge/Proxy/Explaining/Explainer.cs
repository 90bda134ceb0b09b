using System.Text.Json.Nodes;
using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Edge.Seeing;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Explaining;

/// <summary>
/// Tells what would become of a request, by letting it through the same stages with somebody looking on. No origin is asked, nothing is counted
/// and no probe is begun: health is what is known of it, or what is assumed at first.
/// </summary>
internal sealed class Explainer(OriginRegistry origins, EdgeNode node, NodeSignature signature, ProxyOptions options, CacheStore? cache)
{
    public async Task<JsonObject> Explain(ExplainQuestion question)
    {
        var path = new DecisionPath();
        var request = Imagined(question, path);
        var config = Config(question.Config);
        await EdgePipeline.Through(new TakeThisConfig(config), node, signature, options, cache, new DescribeOrigin(path))(request);
        var told = new JsonObject
        {
            ["request"] = new JsonObject
            {
                ["method"] = question.Method, ["url"] = question.Url, ["host"] = question.Host, ["tls"] = question.IsTls,
            },
            ["service"] = request.Service?.Config.ServiceId,
            ["version"] = request.Service?.Config.VersionNumber,
            ["conditions"] = path.Conditions,
            ["rules"] = path.Rules,
            ["candidates"] = request.Candidates is { } candidates ? Members(candidates, request) : null,
            ["sentTo"] = request.BackendName,
            ["cache"] = path.Cache,
            ["shield"] = path.Shield,
            ["origin"] = path.Origin,
            ["answer"] = path.Origin is null ? Answer(request) : null,
            ["rulesForTheAnswer"] = path.Origin is null ? null : Later(request.Service!.Config.Rules),
        };
        request.End();
        return told;
    }

    private EdgeRequest Imagined(ExplainQuestion question, DecisionPath path)
    {
        var request = new EdgeRequest
        {
            Response = new ImaginedResponse(), Watch = path, Method = question.Method, Url = question.Url, ClientUrl = question.Url,
            Host = question.Host, ClientHost = question.Host, IsTls = question.IsTls, Client = question.Client, ServerAddress = question.Client,
            Started = options.Time.GetUtcNow(), ClientRequests = 1,
        };
        foreach (var (name, value) in question.Headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    private LiveConfig Config(EdgeConfig config)
    {
        var seen = new Dictionary<Origin, LiveOrigin>();
        return new LiveConfig(config, Live, new TrafficCounters(), static () => { });

        LiveOrigin Live(Origin origin) => seen.TryGetValue(origin, out var known) ? known : seen[origin] = origins.Peek(origin);
    }

    private static JsonArray Members(Candidates candidates, EdgeRequest request) => new([.. candidates.Shares(request).Select(member => new JsonObject
    {
        ["backend"] = member.Origin.Origin.Name,
        ["weight"] = member.Weight,
        ["healthy"] = member.Origin.IsHealthy,
        ["probability"] = Math.Round(member.Share, 6),
    })]);

    private static JsonObject Answer(EdgeRequest request)
    {
        var headers = new JsonArray();
        foreach (ref readonly var line in request.Response.Headers.Lines)
        {
            headers.Add($"{line.Name}: {line.Value}");
        }

        return new JsonObject
        {
            ["status"] = request.Response.Status, ["reason"] = request.Response.Reason, ["bytes"] = request.BytesSent,
            ["cause"] = request.Cause, ["headers"] = headers,
        };
    }

    // Whether they are followed depends on what the origin says.
    private static JsonArray Later(TrafficRules rules) => new(
    [
        .. rules.Fetch.Select(rule => JsonValue.Create($"cache header {rule.Name}")),
        .. rules.Replacements.Select(rule => JsonValue.Create($"response object with status {rule.Status}")),
        .. rules.Compression.Select(rule => JsonValue.Create(rule.Brotli ? "brotli or gzip" : "gzip")),
        .. rules.Deliver.Select(rule => JsonValue.Create($"response header {rule.Name}")),
    ]);
}
