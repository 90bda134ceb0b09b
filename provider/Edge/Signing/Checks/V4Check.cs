using System.Globalization;
using EdgeInfra.Edge.Signing.Text;
using EdgeInfra.Edge.Signing.V4;

namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>Version 4 as a store sees it, in headers or in a link. The order of the checks is that in which stores tell of faults.</summary>
internal sealed class V4Check(V4Dialect dialect, V4Scope scope, V4Words words, Func<string, StoreCredentials?> keys) : ISignatureCheck
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestLink = TimeSpan.FromDays(7);

    public SignatureVerdict Check(in ReceivedRequest request, DateTimeOffset now)
    {
        if (request.Headers.First("Authorization") is { } authorization)
        {
            return V4Claim.OfHeader(authorization, dialect) is { } claim
                ? CheckHeader(request, claim, now)
                : Refuse(words.Malformed, $"The Authorization header is not one of {dialect.Algorithm}.");
        }

        var own = V4Claim.OwnParameters(dialect);
        return dialect.IsOss || request.Parameter(own + "Signature") is null ? SignatureVerdict.Anonymous
            : V4Claim.OfQuery(request, dialect) is { } link ? CheckLink(request, link, now)
            : Refuse(words.WrongLink, $"A link needs the parameters {own}Algorithm, -Credential, -Date, -Expires, -SignedHeaders and -Signature.");
    }

    private SignatureVerdict CheckHeader(in ReceivedRequest request, V4Claim claim, DateTimeOffset now)
    {
        var payload = request.Headers.First(dialect.HashHeader);
        if (V4Time.Read(request.Headers.First(dialect.DateHeader)) is not { } time)
        {
            return Refuse(words.MissingDate, $"A signed request needs a valid {dialect.DateHeader} header.");
        }

        if (payload is null && dialect.HasHashHeader)
        {
            return Refuse(words.MissingHash, $"Missing required header for this request: {dialect.HashHeader}");
        }

        if (payload is not (null or V4Dialect.UnsignedPayload) && payload != request.BodyHash)
        {
            return Refuse(words.WrongHash, $"The provided '{dialect.HashHeader}' header does not match what was computed.");
        }

        return Faults(request, claim, time) ?? (time - now).Duration() switch
        {
            var off when off > Window => Refuse(
                words.Skewed, "The difference between the request time and the current time is too large.",
                Detail("RequestTime", V4Time.Text(time)), Detail("ServerTime", now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))),
            _ => Compare(request, claim, time, payload ?? request.BodyHash, request.Headers.First(dialect.TokenHeader), now),
        };
    }

    private SignatureVerdict CheckLink(in ReceivedRequest request, V4Claim claim, DateTimeOffset now)
    {
        var own = V4Claim.OwnParameters(dialect);
        var lifetime = TimeSpan.FromSeconds(claim.Expires ?? 0);
        if (V4Time.Read(request.Parameter(own + "Date")) is not { } time || lifetime <= TimeSpan.Zero || lifetime > LongestLink)
        {
            return Refuse(words.WrongLink, $"{own}Date must be a time, {own}Expires from 1 to {LongestLink.TotalSeconds} seconds.");
        }

        // AWS's other services sign the hash of the body even in a link.
        var payload = dialect.HasHashHeader ? request.Headers.First(dialect.HashHeader) ?? V4Dialect.UnsignedPayload : request.BodyHash;
        return Faults(request, claim, time)
            ?? (time - now > Window ? Refuse(words.ExpiredLink, "Request is not valid yet.")
            : now > time + lifetime ? Refuse(words.ExpiredLink, "Request has expired.")
            : Compare(request, claim, time, payload, request.Parameter(own + "Security-Token"), now));
    }

    // What is wrong whatever the signature.
    private SignatureVerdict? Faults(in ReceivedRequest request, V4Claim claim, DateTimeOffset time)
    {
        if (keys(claim.AccessKey) is null)
        {
            return Refuse(words.UnknownKey, "The access key id that was given does not exist.", Detail("AWSAccessKeyId", claim.AccessKey));
        }

        if (claim.Region != scope.Region || claim.Service != scope.Service)
        {
            return Refuse(
                words.WrongScope,
                $"The authorization is wrong: the scope '{claim.Region}/{claim.Service}' is wrong; expecting '{scope.Region}/{scope.Service}'",
                Detail("Region", scope.Region));
        }

        if (!V4Time.Text(time).StartsWith(claim.Date, StringComparison.Ordinal))
        {
            return Refuse(words.WrongScope, $"The authorization is wrong: the date '{claim.Date}' is not that of the request.");
        }

        return Unsigned(request, claim) is { } name
            ? Refuse(words.Unsigned, $"There were headers present in the request which were not signed: {name}")
            : null;
    }

    private string? Unsigned(in ReceivedRequest request, V4Claim claim)
    {
        if (dialect.IsOss)
        {
            return null; // signs them all, told or not
        }

        if (!claim.Names.Contains("host"))
        {
            return "host";
        }

        foreach (ref readonly var line in request.Headers.Lines)
        {
            if (line.Name.StartsWith(dialect.Prefix, StringComparison.OrdinalIgnoreCase) && !claim.Names.Contains(line.Name.ToLowerInvariant()))
            {
                return line.Name;
            }
        }

        return null;
    }

    private SignatureVerdict Compare(
        in ReceivedRequest request, V4Claim claim, DateTimeOffset time, string payload, string? token, DateTimeOffset now)
    {
        var credentials = keys(claim.AccessKey)!; // Faults has seen it
        if ((credentials.Token ?? token) is not null && !Same.Secret(token, credentials.Token))
        {
            return Refuse(words.WrongToken, "The provided token is malformed or otherwise invalid.");
        }

        var names = new NameSet();
        var canonical = new ByteText(stackalloc byte[1024]);
        var toSign = new ByteText(stackalloc byte[256]);
        try
        {
            AddNames(ref names, request, claim);
            var signed = new V4Request(
                request.Method, request.Path, request.Query, request.Host, request.Headers, names.Names,
                dialect.IsOss ? claim.Names : names.Names, V4Time.Text(time), payload)
            {
                Without = claim.Expires is null ? null : V4Claim.OwnParameters(dialect) + "Signature",
            };
            V4Text.AddCanonical(ref canonical, signed, dialect, scope);
            V4Text.AddToSign(ref toSign, canonical.Written, dialect, signed.Time, claim.Scope(dialect));
            Span<byte> signature = stackalloc byte[V4Text.SignatureLength];
            new V4Key(dialect, scope, credentials, time).Sign(toSign.Written, signature);
            return !Same.Secret(claim.Signature, Convert.ToHexStringLower(signature))
                ? Refuse(
                    words.Mismatch,
                    "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
                    Detail("AWSAccessKeyId", claim.AccessKey), Detail("StringToSign", toSign.ToString()),
                    Detail("SignatureProvided", claim.Signature), Detail("CanonicalRequest", canonical.ToString()))
                : credentials.Expires < now ? Refuse(words.ExpiredToken, "The provided token has expired.")
                : SignatureVerdict.Holds(claim.AccessKey);
        }
        finally
        {
            names.Dispose();
            canonical.Dispose();
            toSign.Dispose();
        }
    }

    private void AddNames(ref NameSet names, in ReceivedRequest request, V4Claim claim)
    {
        foreach (var name in claim.Names)
        {
            names.Add(name);
        }

        if (!dialect.IsOss)
        {
            return;
        }

        names.AddAll(request.Headers, dialect.Prefix);
        foreach (var name in (ReadOnlySpan<string>)["content-type", "content-md5"])
        {
            if (request.Headers.First(name) is not null)
            {
                names.Add(name);
            }
        }
    }

    private static KeyValuePair<string, string> Detail(string name, string value) => new(name, value);

    private static SignatureVerdict Refuse(
        (int Status, string Code) word, string message, params ReadOnlySpan<KeyValuePair<string, string>> details) =>
        new SignatureRefusal(word.Status, word.Code, message) { Details = details.ToArray() };
}
