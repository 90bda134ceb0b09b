using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdgeInfra.Edge.Proxy.Shields;

/// <summary>
/// The <c>Fastly-FF</c> header: who signs with the secret is another node of ours, and what it tells of the client is true. It holds for one
/// host and client, for a few minutes; nobody but our own nodes ever gets to see it.
/// </summary>
internal sealed class NodeSignature(ShieldOptions options, TimeProvider time)
{
    public const string Header = "Fastly-FF";

    // Clocks differ; a signature that somebody got hold of must not live long.
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(2);

    /// <summary><c>SECONDS.SIGNATURE!PLACE!NODE</c></summary>
    public string For(EdgeRequest request)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Signed(request, seconds, options.Place, request.ClientIp, request.IsTls ? "1" : "");
        return $"{seconds}.{signed}!{options.Place}!{request.Node.Name}";
    }

    /// <summary>Whether a node of ours wrote it for exactly this request.</summary>
    public bool Holds(string value, EdgeRequest request, string client, string tls)
    {
        var parts = value.Split('!');
        var dot = parts[0].IndexOf('.', StringComparison.Ordinal);
        if (options.Secret.Length == 0 || parts.Length != 3 || dot < 0
            || !long.TryParse(parts[0].AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) > Validity.TotalSeconds)
        {
            return false;
        }

        var expected = Signed(request, parts[0][..dot], parts[1], client, tls);
        return CryptographicOperations.FixedTimeEquals(Encoding.Latin1.GetBytes(expected), Encoding.Latin1.GetBytes(parts[0][(dot + 1)..]));
    }

    // Not of the service's id, which is each place's own: the host tells the service. Line feeds stand in none of the parts: a head could not hold them.
    private string Signed(EdgeRequest request, string seconds, string place, string client, string tls)
    {
        var text = string.Join('\n', seconds, place, request.ClientHost, client, tls);
        return Convert.ToHexStringLower(HMACSHA256.HashData(options.Secret, Encoding.UTF8.GetBytes(text)));
    }
}
