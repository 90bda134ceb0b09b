using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdgeInfra.Model;

/// <summary>
/// What an origin asks of the <c>Edge-Auth</c> header: did this request come through the edge, a moment ago? It does not say which request it was,
/// so it is no stand-in for TLS between the two.
/// </summary>
/// <remarks>
/// To change the secret without refusing anybody: let the origin know both, activate the new one on the edge, then forget the old one. This file
/// needs nothing else of the project, so that it can be copied.
/// </remarks>
/// <param name="secrets">The shared secret; two while it is changed. Empty ones are not taken.</param>
/// <param name="maxAge">How long a header holds; a minute, if unset.</param>
/// <param name="clockSkew">How far the edge's clock may be ahead; five seconds, if unset.</param>
public sealed class EdgeAuthVerifier(IReadOnlyList<string> secrets, TimeSpan? maxAge = null, TimeSpan? clockSkew = null)
{
    private readonly List<byte[]> _secrets = secrets.Count > 0 && secrets.All(secret => secret.Length > 0)
        ? secrets.Select(Encoding.UTF8.GetBytes).ToList()
        : throw new ArgumentException("Give a secret, and no empty one: anybody can sign with that.", nameof(secrets));

    private readonly TimeSpan _maxAge = maxAge ?? TimeSpan.FromMinutes(1);
    private readonly TimeSpan _clockSkew = clockSkew ?? TimeSpan.FromSeconds(5);

    /// <summary>The form <c>hmac</c>: <c>SECONDS,PLACE, BASE64(HMAC-SHA256(secret, "SECONDS,PLACE"))</c>. A missing header does not hold.</summary>
    public bool Holds(string? header, DateTimeOffset now)
    {
        var comma = header?.LastIndexOf(',') ?? -1;
        if (comma < 0)
        {
            return false;
        }

        var (data, given) = (header![..comma], header[(comma + 1)..].Trim());
        var signature = new byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(given, signature, out var length) && length == signature.Length
            && _secrets.Exists(secret => CryptographicOperations.FixedTimeEquals(Signature(secret, data), signature))
            && IsFresh(data, now);
    }

    /// <summary>The form <c>secret</c>: the header is the secret itself. Who has once seen it can use it until it is changed.</summary>
    public bool HoldsSecret(string? header) =>
        header is not null && _secrets.Exists(secret => CryptographicOperations.FixedTimeEquals(secret, Encoding.UTF8.GetBytes(header)));

    private static byte[] Signature(byte[] secret, string data) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(data));

    private bool IsFresh(string data, DateTimeOffset now)
    {
        var comma = data.IndexOf(',', StringComparison.Ordinal);
        return comma > 0
            && long.TryParse(data.AsSpan(0, comma), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && now.ToUnixTimeSeconds() - seconds is var age && age <= _maxAge.TotalSeconds && -age <= _clockSkew.TotalSeconds;
    }
}
