using System.Security.Cryptography;
using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.V4;

/// <summary>The texts that are hashed and signed. Who signs and who verifies use the same ones.</summary>
internal static class V4Text
{
    public const int SignatureLength = SHA256.HashSizeInBytes;

    public static void AddCanonical(ref ByteText text, in V4Request request, V4Dialect dialect, V4Scope scope)
    {
        AddLine(ref text, request.Method);
        if (dialect.IsOss && scope.Bucket is not null)
        {
            text.Add("/");
            Escaping.AddParameter(ref text, scope.Bucket);
        }

        Escaping.AddPath(ref text, request.Path, dialect.Path);
        text.Add("\n");
        CanonicalQuery.Add(ref text, request.Query, bareNames: dialect.IsOss, request.Without);
        text.Add("\n");
        foreach (var name in request.Names)
        {
            text.Add(name);
            text.Add(":");
            AddValue(ref text, request, name);
            text.Add("\n");
        }

        text.Add("\n");
        AddNames(ref text, request.Listed);
        text.Add("\n");
        text.Add(request.Payload);
    }

    public static void AddNames(ref ByteText text, scoped ReadOnlySpan<string> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            text.Add(i == 0 ? "" : ";");
            text.Add(names[i]);
        }
    }

    public static void AddToSign(ref ByteText text, scoped ReadOnlySpan<byte> canonical, V4Dialect dialect, string time, string scope)
    {
        AddLine(ref text, dialect.Algorithm);
        AddLine(ref text, time);
        AddLine(ref text, scope);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonical, hash);
        text.AddHex(hash);
    }

    /// <summary>All of it: the signature of the request.</summary>
    public static void Sign(in V4Request request, V4Dialect dialect, V4Scope scope, V4Key key, Span<byte> signature)
    {
        var canonical = new ByteText(stackalloc byte[1024]);
        var toSign = new ByteText(stackalloc byte[256]);
        try
        {
            AddCanonical(ref canonical, request, dialect, scope);
            AddToSign(ref toSign, canonical.Written, dialect, request.Time, key.Scope);
            key.Sign(toSign.Written, signature);
        }
        finally
        {
            canonical.Dispose();
            toSign.Dispose();
        }
    }

    // A head keeps its host apart from the other headers.
    private static void AddValue(ref ByteText text, in V4Request request, string name)
    {
        if (name == "host")
        {
            text.Add(request.Host);
        }
        else
        {
            HeaderText.AddJoined(ref text, request.Headers, name);
        }
    }

    private static void AddLine(ref ByteText text, string line)
    {
        text.Add(line);
        text.Add("\n");
    }
}
