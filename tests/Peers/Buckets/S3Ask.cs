using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Peers.Buckets;

/// <summary>
/// A request signed with AWS's version 4, and what becomes of it on its way. Written for these tests from Amazon's description: it shares
/// nothing with the edge's own signing.
/// </summary>
internal sealed record S3Ask(string Method, string Path)
{
    public const string AccessKey = "test:tester";
    public const string SecretKey = "testing-of-buckets";
    public const string Region = "eu-central-1";
    public const string Domain = "s3.eu-central-1.amazonaws.com";

    public string Host { get; init; } = Domain;

    /// <summary>In the order and the spelling that is signed.</summary>
    public string Query { get; init; } = "";

    public string Body { get; init; } = "";

    public string Key { get; init; } = AccessKey;

    public string Secret { get; init; } = SecretKey;

    public string SignedRegion { get; init; } = Region;

    /// <summary>How far the signer's clock is ahead.</summary>
    public TimeSpan Ahead { get; init; }

    public bool UnsignedPayload { get; init; }

    public string? SessionToken { get; init; }

    /// <summary>Whether the signature stands in the query instead, good for a minute.</summary>
    public bool IsLink { get; init; }

    /// <summary>Header lines that nobody signs.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>What happens to the signed text before it is sent.</summary>
    public Func<string, string> OnTheWay { get; init; } = static text => text;

    public string Text()
    {
        var time = (TimeProvider.System.GetUtcNow() + Ahead).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{SignedRegion}/s3/aws4_request";
        return OnTheWay(IsLink ? Link(time, scope) : Signed(time, scope));
    }

    private string Signed(string time, string scope)
    {
        var payload = UnsignedPayload ? "UNSIGNED-PAYLOAD" : Hash(Body);
        var headers = new List<(string Name, string Value)> { ("host", Host), ("x-amz-content-sha256", payload), ("x-amz-date", time) };
        if (SessionToken is not null)
        {
            headers.Add(("x-amz-security-token", SessionToken));
        }

        var names = string.Join(';', headers.Select(header => header.Name));
        var canonical = $"{Method}\n{Path}\n{Query}\n{string.Concat(headers.Select(header => $"{header.Name}:{header.Value}\n"))}\n{names}\n{payload}";
        var lines = headers.Skip(1).Select(header => $"{header.Name}: {header.Value}")
            .Append($"Authorization: AWS4-HMAC-SHA256 Credential={Key}/{scope}, SignedHeaders={names}, Signature={Signature(time, scope, canonical)}");
        return Request(Query, lines);
    }

    private string Link(string time, string scope)
    {
        var query = $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString($"{Key}/{scope}")}&X-Amz-Date={time}&X-Amz-Expires=60&X-Amz-SignedHeaders=host";
        var canonical = $"{Method}\n{Path}\n{query}\nhost:{Host}\n\nhost\nUNSIGNED-PAYLOAD";
        return Request($"{query}&X-Amz-Signature={Signature(time, scope, canonical)}", []);
    }

    private string Request(string query, IEnumerable<string> lines)
    {
        string[] all =
        [
            $"{Method} {Path}{(query.Length > 0 ? "?" : "")}{query} HTTP/1.1", $"Host: {Host}", "Connection: close", .. lines, .. Headers,
            .. Method == "PUT" ? (string[])[$"Content-Length: {Body.Length}"] : [],
        ];
        return string.Concat(all.Select(line => line + "\r\n")) + "\r\n" + Body;
    }

    private string Signature(string time, string scope, string canonical)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + Secret);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}")));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text)));
}
