using System.Globalization;
using System.Text;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Answers <c>PURGE</c> here: it speaks to the cache, so an origin never sees it. As nothing is cached yet, nothing is left to do.</summary>
internal sealed class AnswerPurge(TimeProvider time) : IStage
{
    private long _count;

    public ValueTask Run(EdgeRequest request, EdgeHandler rest) => request.Method == "PURGE" ? Answer(request.Response) : rest(request);

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
