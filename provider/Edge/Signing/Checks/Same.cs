using System.Security.Cryptography;
using System.Text;

namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>Compares secrets in a time that does not tell how much of them was right.</summary>
internal static class Same
{
    public static bool Secret(string? given, string? expected) =>
        given is not null && expected is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
