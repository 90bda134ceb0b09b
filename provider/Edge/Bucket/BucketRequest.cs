using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeInfra.Edge.Bucket;

/// <summary>A request as it arrived: bytes of target and headers unchanged, so that signatures can be checked.</summary>
internal sealed class BucketRequest
{
    private readonly IHttpRequestFeature _http;

    public BucketRequest(IHttpRequestFeature http, DateTimeOffset now, byte[] body)
    {
        (_http, Now, Body) = (http, now, body);
        var cut = http.RawTarget.IndexOf('?', StringComparison.Ordinal);
        Path = cut < 0 ? http.RawTarget : http.RawTarget[..cut];
        Query = cut < 0 ? "" : http.RawTarget[(cut + 1)..];
        Parameters = [.. Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Parameter)];
    }

    public string Method => _http.Method;

    /// <summary>Host as it was sent, with its port if it had one.</summary>
    public string Host => _http.Headers.Host.ToString();

    /// <summary>The part before the question mark, as it was sent.</summary>
    public string Path { get; }

    /// <summary>What stands after the question mark, as it was sent.</summary>
    public string Query { get; }

    /// <summary>Decoded; a name without a value has an empty one.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters { get; }

    /// <summary>By the bucket's clock.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Empty for anything but POST: nothing can be written.</summary>
    public byte[] Body { get; }

    /// <summary>Random; what stores make request ids from.</summary>
    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(48);

    public bool IsHead => Method == "HEAD";

    public IEnumerable<KeyValuePair<string, string>> Headers => _http.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));

    /// <summary>null when there is none.</summary>
    public string? Header(string name) => _http.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>The first of that name; null when there is none. Names are written as the store has them.</summary>
    public string? Find(string parameter) => Parameters.FirstOrDefault(one => one.Name == parameter).Value;

    private static (string Name, string Value) Parameter(string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        return cut < 0 ? (Decoded(text), "") : (Decoded(text[..cut]), Decoded(text[(cut + 1)..]));
    }

    private static string Decoded(string text) =>
        KeyText.Decode(text, plusIsSpace: true) is { } bytes ? Encoding.UTF8.GetString(bytes) : text;
}
