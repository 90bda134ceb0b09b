using System.Text;

namespace EdgeInfra.Edge.Bucket;

/// <summary>Which bucket and key a request is for.</summary>
/// <param name="Bucket">null when the request names none.</param>
internal sealed record BucketAddress(string? Bucket, string Key)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Host style (<c>NAME.anything</c>) first, then path style (<c>/NAME/key</c>); without a name the path is the key. null: the path can't be read.</summary>
    public static BucketAddress? Read(string name, string host, string target)
    {
        var path = target.Split('?', 2)[0];
        if (!path.StartsWith('/') || Decoded(path[1..]) is not { } decoded)
        {
            return null;
        }

        if (name.Length == 0 || host.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase))
        {
            return new(name, decoded);
        }

        var parts = decoded.Split('/', 2);
        return new(parts[0].Length > 0 ? parts[0] : null, parts.Length > 1 ? parts[1] : "");
    }

    // Once, and a plus is a space, as with Amazon S3.
    private static string? Decoded(string path)
    {
        var bytes = new List<byte>(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != '%')
            {
                bytes.Add(path[i] == '+' ? (byte)' ' : (byte)path[i]);
            }
            else if (i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                bytes.Add(Convert.FromHexString(path.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
