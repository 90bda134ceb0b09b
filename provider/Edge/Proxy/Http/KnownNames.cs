namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>Header names seen often, so that reading one makes no new string.</summary>
internal static class KnownNames
{
    private static readonly string[][] ByLength =
    [
        .. new[]
        {
            "Accept-Ranges", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Allow-Origin", "Age", "Allow",
            "Alt-Svc", "Cache-Control", "Connection", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length",
            "Content-Range", "Content-Security-Policy", "Content-Type", "Date", "ETag", "Expires", "Keep-Alive", "Last-Modified", "Link",
            "Location", "Pragma", "Retry-After", "Server", "Set-Cookie", "Strict-Transport-Security", "Surrogate-Control", "Surrogate-Key",
            "Trailer", "Transfer-Encoding", "Vary", "Via", "WWW-Authenticate", "X-Content-Type-Options", "X-Frame-Options", "X-Powered-By",
            "x-amz-id-2", "x-amz-request-id", "x-amz-server-side-encryption", "x-amz-version-id",
        }.GroupBy(name => name.Length).Aggregate(Enumerable.Repeat(Array.Empty<string>(), 40).ToArray(), (table, group) =>
        {
            table[group.Key] = [.. group];
            return table;
        }),
    ];

    public static string Read(ReadOnlySpan<byte> name)
    {
        if (name.Length < ByLength.Length)
        {
            foreach (var known in ByLength[name.Length])
            {
                if (System.Text.Ascii.Equals(name, known))
                {
                    return known;
                }
            }
        }

        return System.Text.Encoding.Latin1.GetString(name);
    }
}
