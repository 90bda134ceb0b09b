using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Signing;

/// <summary>
/// The header by which an origin knows that a request came through this edge, in either form of <see cref="EdgeAuth"/>. It replaces the client's own
/// of that name, wherever it is set; where it is not, the client's must be dropped.
/// </summary>
/// <param name="place">What the origin is told of where the request came through: the node's name.</param>
internal sealed class EdgeAuthSigner(EdgeAuth auth, string place)
{
    private readonly SecondText? _values = auth.Form == "secret" ? null : new SecondText(time => Signed(auth.Secret ?? "", place, time));

    public string Header { get; } = auth.Header;

    /// <summary>Replaces whatever there was. Allocates once a second.</summary>
    public void Sign(HeaderList headers, DateTimeOffset now) => headers.Set(Header, _values is null ? auth.Secret ?? "" : _values.At(now));

    /// <summary><c>SECONDS,PLACE, BASE64</c>: the blank after the second comma stands there as in Fastly's own sample.</summary>
    private static string Signed(string secret, string place, DateTimeOffset time)
    {
        var data = string.Create(CultureInfo.InvariantCulture, $"{time.ToUnixTimeSeconds()},{place}");
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(data));
        return $"{data}, {Convert.ToBase64String(signature)}";
    }
}
