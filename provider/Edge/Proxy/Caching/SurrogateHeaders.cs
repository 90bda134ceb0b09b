namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>What is said to caches only: clients do not get it, unless they debug or are another node of ours.</summary>
internal static class SurrogateHeaders
{
    public static void Strip(EdgeRequest request)
    {
        if (request.Visits == 0 && request.Headers.First("Fastly-Debug") is null && request.Headers.First("Edge-Debug") is null)
        {
            request.Response.Headers.Remove("Surrogate-Control");
            request.Response.Headers.Remove("Surrogate-Key");
        }
    }
}
