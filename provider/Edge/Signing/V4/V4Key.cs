using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdgeInfra.Edge.Signing.V4;

/// <summary>The key of one day, region and service. Immutable, so that many threads can share one.</summary>
internal sealed class V4Key
{
    private readonly byte[] _key = new byte[SHA256.HashSizeInBytes];

    public V4Key(V4Dialect dialect, V4Scope scope, StoreCredentials credentials, DateTimeOffset day)
    {
        Credentials = credentials;
        Day = DayOf(day);
        var date = day.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        Scope = $"{date}/{scope.Region}/{scope.Service}/{dialect.Terminator}";
        var secret = Encoding.UTF8.GetBytes(dialect.KeyPrefix + credentials.SecretKey);
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(date), _key);
        foreach (var part in (ReadOnlySpan<string>)[scope.Region, scope.Service, dialect.Terminator])
        {
            HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(part), _key);
        }

        CryptographicOperations.ZeroMemory(secret);
    }

    public StoreCredentials Credentials { get; }

    public int Day { get; }

    /// <summary><c>DATE/REGION/SERVICE/TERMINATOR</c></summary>
    public string Scope { get; }

    public bool Fits(StoreCredentials credentials, DateTimeOffset now) => ReferenceEquals(credentials, Credentials) && DayOf(now) == Day;

    public void Sign(ReadOnlySpan<byte> text, Span<byte> signature) => HMACSHA256.HashData(_key, text, signature);

    private static int DayOf(DateTimeOffset time) => (int)(time.UtcTicks / TimeSpan.TicksPerDay);
}
