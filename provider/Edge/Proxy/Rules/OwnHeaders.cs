using System.Globalization;

namespace EdgeInfra.Edge.Proxy.Rules;

/// <summary>
/// What this node adds to answers about itself, before rules see them: under Fastly's names when it was started so, else one
/// <c>Server-Timing</c> for whoever asks with <c>Edge-Debug</c> or <c>Fastly-Debug</c>.
/// </summary>
internal sealed class OwnHeaders(bool asFastly, TimeProvider time)
{
    /// <summary>The beginning of an X-Timer: when the request came in, in seconds, and that the count of milliseconds begins there.</summary>
    public static string TimerStart(DateTimeOffset began) => string.Create(
        CultureInfo.InvariantCulture, $"S{began.ToUnixTimeSeconds()}.{began.Ticks % TimeSpan.TicksPerSecond / 10:D6},VS0");

    public bool AreWanted(EdgeRequest request) => asFastly || IsDebug(request);

    public void Write(EdgeRequest request)
    {
        var node = $"cache-{request.Node.Name}-{request.Node.Place}";
        var now = time.GetUtcNow();
        if (!asFastly)
        {
            var duration = (now - request.Started).TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture);
            Append(request, "Server-Timing", $"cache;desc={State(request)}, edge;desc=\"{node}\";dur={duration}");
            return;
        }

        Append(request, "X-Served-By", node);
        Append(request, "X-Cache", State(request));
        Append(request, "X-Cache-Hits", request.Hits.ToString(CultureInfo.InvariantCulture));
        request.Response.Headers.Set("X-Timer", string.Create(
            CultureInfo.InvariantCulture, $"{TimerStart(request.Started)},VE{(long)(now - request.Started).TotalMilliseconds}"));
        if (IsDebug(request))
        {
            var second = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            Append(request, "Fastly-Debug-Path", $"(D {node} {second}) (F {node} {second})");
            Append(request, "Fastly-Debug-TTL", $"({State(request)[0]} {node} - - -)");
        }
    }

    private static string State(EdgeRequest request) => request.Hits > 0 ? "HIT" : "MISS";

    private static bool IsDebug(EdgeRequest request) =>
        request.Headers.First("Fastly-Debug") is not null || request.Headers.First("Edge-Debug") is not null;

    // A shield has told of itself before.
    private static void Append(EdgeRequest request, string name, string value)
    {
        var headers = request.Response.Headers;
        headers.Set(name, headers.Joined(name, ',') is { Length: > 0 } before ? $"{before}, {value}" : value);
    }
}
