using System.Globalization;
using System.Security.Cryptography;
using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.Azure;

/// <summary>Azure's Shared Key. The account key can also write and delete: a shared access signature is the smaller right.</summary>
internal sealed class AzureKeySigner : ISigningScheme
{
    /// <summary>Without a version Azure answers as in 2009: no ranges to the end, no quotes around an ETag.</summary>
    public const string Version = "2020-12-06";

    private readonly SecondText _times = new(static time => time.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));
    private volatile Decoded? _key;

    public void Sign(in SigningRequest request, StoreCredentials credentials, HeaderList headers, ref string query)
    {
        headers.Set("x-ms-date", _times.At(request.Now));
        if (headers.First("x-ms-version") is null)
        {
            headers.Set("x-ms-version", Version);
        }

        var text = new ByteText(stackalloc byte[1024]);
        try
        {
            AzureKeyText.Add(ref text, request.Method, request.Path, query, credentials.AccessKey, headers);
            Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
            HMACSHA256.HashData(KeyOf(credentials), text.Written, signature);
            Span<char> base64 = stackalloc char[44];
            Convert.TryToBase64Chars(signature, base64, out _);
            headers.Set("Authorization", string.Concat("SharedKey ", credentials.AccessKey, ":", base64));
        }
        finally
        {
            text.Dispose();
        }
    }

    // A key that is not Base64 was refused where it came in.
    private byte[] KeyOf(StoreCredentials credentials)
    {
        var key = _key;
        if (key is null || !ReferenceEquals(key.Of, credentials))
        {
            _key = key = new Decoded(credentials, Convert.FromBase64String(credentials.SecretKey));
        }

        return key.Bytes;
    }

    private sealed record Decoded(StoreCredentials Of, byte[] Bytes);
}
