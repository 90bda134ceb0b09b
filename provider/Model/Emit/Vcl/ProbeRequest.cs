namespace EdgeInfra.Model;

/// <summary>The lines a probe sends, the first one being the request line.</summary>
internal static class ProbeRequest
{
    private const string UserAgent = "User-Agent";

    public static IEnumerable<string> Lines(Healthcheck check)
    {
        yield return $"{check.Method} {check.Path} HTTP/{check.HttpVersion}";
        yield return $"Host: {check.Host}";
        foreach (var header in check.Headers)
        {
            yield return header;
        }

        yield return "Connection: close";
        if (!check.Headers.Any(header => header.StartsWith(UserAgent + ":", StringComparison.OrdinalIgnoreCase)))
        {
            yield return UserAgent + ": Varnish/fastly (healthcheck)";
        }
    }
}
