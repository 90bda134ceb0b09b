using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.Oss;

/// <summary>Version 1 of Alibaba's OSS, which new accounts can no longer use everywhere: take version 4 where there is a choice.</summary>
internal sealed class OssV1Signer(string bucket) : ISigningScheme
{
    private readonly SecondText _times = new(static time => time.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));

    public void Sign(in SigningRequest request, StoreCredentials credentials, HeaderList headers, ref string query)
    {
        var date = _times.At(request.Now);
        headers.Set("Date", date);
        if (credentials.Token is { } token)
        {
            headers.Set("x-oss-security-token", token);
        }
        else
        {
            headers.Remove("x-oss-security-token"); // that of a former attempt
        }

        var text = new ByteText(stackalloc byte[1024]);
        try
        {
            OssV1Text.Add(ref text, request.Method, request.Path, query, bucket, date, headers);
            headers.Set("Authorization", $"OSS {credentials.AccessKey}:{Signature(credentials.SecretKey, text.Written)}");
        }
        finally
        {
            text.Dispose();
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "The store asks for it.")]
    public static string Signature(string secret, ReadOnlySpan<byte> text)
    {
        Span<byte> key = stackalloc byte[Encoding.UTF8.GetMaxByteCount(secret.Length)];
        key = key[..Encoding.UTF8.GetBytes(secret, key)];
        Span<byte> signature = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, text, signature);
        return Convert.ToBase64String(signature);
    }
}
