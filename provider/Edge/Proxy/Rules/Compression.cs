using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Rules;

/// <summary>Decides which answers are compressed, and says so in their heads.</summary>
internal static class Compression
{
    /// <summary>As Fastly's generated VCL: of the statuses 200 and 404, what a rule covers. It varies for everybody, whoever asks.</summary>
    public static void Consider(ValueList<CompressionRule> rules, EdgeRequest request)
    {
        var response = request.Response;
        if (response.Status is not (200 or 404))
        {
            return;
        }

        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Guard.Holds(request.Frame) && rules[i].Covers(response.Headers.First("Content-Type"), request.Url))
            {
                Vary(response.Headers);
                response.Coding = AcceptEncoding.Best(request.Headers, rules[i].Brotli);
                return;
            }
        }
    }

    /// <summary>Call it after other rules have changed the head: what is coded or a part by then, or must not be changed, stays as it is.</summary>
    public static void Settle(EdgeResponse response)
    {
        var headers = response.Headers;
        if (response.Length == 0 || !response.MayHaveBody
            || headers.First("Content-Encoding") is not null || headers.First("Content-Range") is not null
            || (headers.Joined("Cache-Control", ',') is { } control && Tokens.Contains(control, "no-transform")))
        {
            response.Coding = ContentCoding.None;
            return;
        }

        response.Length = null;
        headers.Set("Content-Encoding", response.Coding == ContentCoding.Brotli ? "br" : "gzip");
        if (headers.First("ETag") is { } tag && !tag.StartsWith("W/", StringComparison.Ordinal))
        {
            headers.Set("ETag", "W/" + tag); // other bytes, the same meaning
        }
    }

    private static void Vary(HeaderList headers)
    {
        var vary = headers.Joined("Vary", ',');
        if (vary is null || !(Tokens.Contains(vary, "Accept-Encoding") || Tokens.Contains(vary, "*")))
        {
            headers.Set("Vary", vary is null ? "Accept-Encoding" : vary + ", Accept-Encoding");
        }
    }
}
