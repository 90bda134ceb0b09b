using System.Globalization;
using System.Security.Cryptography;
using EdgeInfra.Edge.Signing.Azure;
using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>Azure's Shared Key and shared access signatures of a service, as the store sees them.</summary>
internal sealed class AzureCheck(string account, string key) : ISignatureCheck
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public SignatureVerdict Check(in ReceivedRequest request, DateTimeOffset now)
    {
        if (request.Headers.First("Authorization") is { } authorization)
        {
            return CheckKey(request, authorization, now);
        }

        return request.Parameter("sig") is { } signature ? CheckSas(request, signature, now) : SignatureVerdict.Anonymous;
    }

    private SignatureVerdict CheckKey(in ReceivedRequest request, string authorization, DateTimeOffset now)
    {
        const string scheme = "SharedKey ";
        var colon = authorization.IndexOf(':', StringComparison.Ordinal);
        if (!authorization.StartsWith(scheme, StringComparison.Ordinal) || colon < 0)
        {
            return new SignatureRefusal(400, "InvalidAuthenticationInfo", "The authentication information was not provided in the correct format.");
        }

        var date = request.Headers.First("x-ms-date") ?? request.Headers.First("Date");
        if (!DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || (time - now).Duration() > Window)
        {
            return Failed($"Request date header too old: '{date}'");
        }

        if (authorization[scheme.Length..colon] != account)
        {
            return Failed("The account being accessed is another one.");
        }

        var text = new ByteText(stackalloc byte[1024]);
        try
        {
            AzureKeyText.Add(ref text, request.Method, request.Path, request.Query, account, request.Headers);
            return Same.Secret(authorization[(colon + 1)..], Signature(text.Written))
                ? SignatureVerdict.Holds(account)
                : Failed($"The MAC signature found in the HTTP request is not the same as any computed signature. Server used: '{text.ToString()}'.");
        }
        finally
        {
            text.Dispose();
        }
    }

    private SignatureVerdict CheckSas(in ReceivedRequest request, string signature, DateTimeOffset now)
    {
        var toSign = AzureSas.ToSign(request.Parameter, account, request.Path);
        if (!Same.Secret(signature, Signature(System.Text.Encoding.UTF8.GetBytes(toSign))))
        {
            return Failed($"Signature did not match. String to sign used was {toSign}");
        }

        if (AzureSas.Time(request.Parameter("se")) is not { } end || end < now || AzureSas.Time(request.Parameter("st")) > now)
        {
            return Failed($"Signed expiry time [{request.Parameter("se")}] must be after the current time, and the start before it.");
        }

        return request.Parameter("sp")?.Contains('r', StringComparison.Ordinal) == true
            ? SignatureVerdict.Holds(account)
            : new SignatureRefusal(
                403, "AuthorizationPermissionMismatch", "This request is not authorized to perform this operation using this permission.");
    }

    private string Signature(ReadOnlySpan<byte> text) => Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), text));

    private static SignatureRefusal Failed(string detail) => new(
        403, "AuthenticationFailed",
        "Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.")
    {
        Details = [new("AuthenticationErrorDetail", detail)],
    };
}
