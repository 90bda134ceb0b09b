using System.Globalization;
using EdgeInfra.Edge.Signing.Oss;
using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>Version 1 of OSS as the store sees it, in the Authorization header.</summary>
internal sealed class OssV1Check(string bucket, Func<string, StoreCredentials?> keys) : ISignatureCheck
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public SignatureVerdict Check(in ReceivedRequest request, DateTimeOffset now)
    {
        if (request.Headers.First("Authorization") is not { } authorization)
        {
            return SignatureVerdict.Anonymous;
        }

        var colon = authorization.IndexOf(':', StringComparison.Ordinal);
        if (!authorization.StartsWith("OSS ", StringComparison.Ordinal) || colon < 0)
        {
            return new SignatureRefusal(400, "InvalidArgument", "Authorization header is invalid.");
        }

        if (keys(authorization[4..colon]) is not { } credentials)
        {
            return new SignatureRefusal(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.");
        }

        var date = request.Headers.First("Date");
        if (!DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return new SignatureRefusal(403, "AccessDenied", "OSS authentication requires a valid Date.");
        }

        return (time - now).Duration() > Window
            ? new SignatureRefusal(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.")
            : Compare(request, credentials, authorization[(colon + 1)..], date!, now); // a date was read from it
    }

    private SignatureVerdict Compare(in ReceivedRequest request, StoreCredentials credentials, string signature, string date, DateTimeOffset now)
    {
        var token = request.Headers.First("x-oss-security-token");
        if ((credentials.Token ?? token) is not null && !Same.Secret(token, credentials.Token))
        {
            return new SignatureRefusal(403, "InvalidSecurityToken", "The security token you provided is invalid.");
        }

        var text = new ByteText(stackalloc byte[1024]);
        try
        {
            OssV1Text.Add(ref text, request.Method, request.Path, request.Query, bucket, date, request.Headers);
            return !Same.Secret(signature, OssV1Signer.Signature(credentials.SecretKey, text.Written))
                ? new SignatureRefusal(
                    403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.")
                {
                    Details =
                    [
                        new("OSSAccessKeyId", credentials.AccessKey), new("SignatureProvided", signature), new("StringToSign", text.ToString()),
                    ],
                }
                : credentials.Expires < now
                    ? new SignatureRefusal(403, "SecurityTokenExpired", "The security token you provided has expired.")
                    : SignatureVerdict.Holds(credentials.AccessKey);
        }
        finally
        {
            text.Dispose();
        }
    }
}
