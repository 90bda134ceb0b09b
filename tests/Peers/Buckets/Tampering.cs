using System.Net;
using Kit;

namespace Peers.Buckets;

/// <summary>Requests as bytes, and what somebody on the way may do to them.</summary>
internal static class Tampering
{
    public static async Task<RawAnswer> Ask(IPEndPoint server, string request)
    {
        using var client = await RawClient.Connect(server);
        await client.Send(request);
        return await client.Answer(request.StartsWith("HEAD ", StringComparison.Ordinal));
    }

    /// <summary>Another first character: the last one of Base64 may mean nothing.</summary>
    public static string WithSignature(string request)
    {
        var at = request.IndexOf("Signature=", StringComparison.Ordinal) + "Signature=".Length;
        return string.Concat(request.AsSpan(0, at), request[at] == '0' ? "1" : "0", request.AsSpan(at + 1));
    }

    /// <summary>Something in the request line.</summary>
    public static Func<string, string> With(string signed, string sent) => request =>
    {
        var line = request[..request.IndexOf('\r', StringComparison.Ordinal)];
        Assert.Contains(signed, line, StringComparison.Ordinal);
        return line.Replace(signed, sent, StringComparison.Ordinal) + request[line.Length..];
    };
}
