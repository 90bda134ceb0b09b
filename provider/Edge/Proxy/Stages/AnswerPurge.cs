using System.Globalization;
using System.Text;
using EdgeInfra.Edge.Cache;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Answers <c>PURGE</c> here: it speaks to the cache, so an origin never sees it. With <c>Fastly-Soft-Purge: 1</c> what is stored is only stale from now on.</summary>
internal sealed class AnswerPurge(CacheStore? store, TimeProvider time) : IStage
{
    private long _count;

    public ValueTask Run(EdgeRequest request, EdgeHandler rest) => request.Method == "PURGE" ? Purge(request) : rest(request);

    private ValueTask Purge(EdgeRequest request)
    {
        store?.PurgeUrl(request.CacheKey, soft: request.Headers.First("Fastly-Soft-Purge") is "1");
        return Answer(request.Response);
    }

    private async ValueTask Answer(EdgeResponse response)
    {
        var body = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{{ \"status\": \"ok\", \"id\": \"1-{time.GetUtcNow().ToUnixTimeSeconds()}-{Interlocked.Increment(ref _count)}\" }}"));
        (response.Status, response.Length, response.BodyBytes) = (200, body.Length, body.Length);
        response.Headers.Add("Content-Type", "application/json");
        await response.Start();
        await response.Body.WriteAsync(body);
    }
}
