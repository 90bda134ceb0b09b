using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.V4;

/// <summary>
/// Signs in headers. Signed are the host and the scheme's own headers, nothing that a hop may change. In the steady state only the text of the
/// Authorization header is allocated, and the date once a second.
/// </summary>
internal sealed class V4Signer(V4Dialect dialect, V4Scope scope, string payload = V4Dialect.UnsignedPayload) : ISigningScheme
{
    private readonly SecondText _times = new(V4Time.Text);
    private volatile V4Key? _key;

    public void Sign(in SigningRequest request, StoreCredentials credentials, HeaderList headers, ref string query)
    {
        var time = _times.At(request.Now);
        SetOwn(headers, credentials, time);
        var names = new NameSet();
        try
        {
            AddNames(ref names, headers);
            ReadOnlySpan<string> listed = dialect.IsOss ? [] : names.Names;
            var signed = new V4Request(
                request.Method, request.Path, query, request.Host, headers, names.Names, listed, time, payload);
            headers.Set("Authorization", Authorization(signed, KeyFor(credentials, request.Now)));
        }
        finally
        {
            names.Dispose();
        }
    }

    private void SetOwn(HeaderList headers, StoreCredentials credentials, string time)
    {
        headers.Set(dialect.DateHeader, time);
        if (dialect.HasHashHeader)
        {
            headers.Set(dialect.HashHeader, payload);
        }

        if (credentials.Token is { } token)
        {
            headers.Set(dialect.TokenHeader, token);
        }
        else
        {
            headers.Remove(dialect.TokenHeader); // that of a former attempt
        }
    }

    // Stores refuse headers of theirs that are not signed.
    private void AddNames(ref NameSet names, HeaderList headers)
    {
        names.AddAll(headers, dialect.Prefix);
        if (!dialect.IsOss)
        {
            names.Add("host");
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["content-type", "content-md5"])
        {
            if (headers.First(name) is not null)
            {
                names.Add(name);
            }
        }
    }

    private string Authorization(in V4Request request, V4Key key)
    {
        Span<byte> signature = stackalloc byte[V4Text.SignatureLength];
        V4Text.Sign(request, dialect, scope, key, signature);
        var text = new ByteText(stackalloc byte[512]);
        try
        {
            text.Add(dialect.Algorithm);
            text.Add(" Credential=");
            text.Add(key.Credentials.AccessKey);
            text.Add("/");
            text.Add(key.Scope);
            if (!dialect.IsOss)
            {
                text.Add(", SignedHeaders=");
                V4Text.AddNames(ref text, request.Listed);
            }

            text.Add(dialect.IsOss ? ",Signature=" : ", Signature=");
            text.AddHex(signature);
            return text.ToString();
        }
        finally
        {
            text.Dispose();
        }
    }

    // The scope's date and the time's must be of one day: both come from the same reading of the clock.
    private V4Key KeyFor(StoreCredentials credentials, DateTimeOffset now)
    {
        var key = _key;
        if (key is null || !key.Fits(credentials, now))
        {
            _key = key = new V4Key(dialect, scope, credentials, now);
        }

        return key;
    }
}
