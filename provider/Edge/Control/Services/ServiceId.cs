using System.Security.Cryptography;

namespace EdgeInfra.Edge.Control;

/// <summary>Ids look like Fastly's: 22 letters and digits, drawn at random.</summary>
internal static class ServiceId
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Length = 22;

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);
}
