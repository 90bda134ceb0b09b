using System.Xml;
using System.Xml.Linq;

namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>A role that is taken with a token of the cluster (EKS): the token's file is read each time, because it changes.</summary>
internal sealed class WebIdentityCredentials(
    CredentialCalls calls, string tokenFile, string role, string session, string endpoint) : ICredentialSource
{
    public async Task<StoreCredentials> Get(CancellationToken cancel)
    {
        var url = $"{endpoint}/?Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn={Uri.EscapeDataString(role)}"
            + $"&RoleSessionName={Uri.EscapeDataString(session)}&WebIdentityToken={Uri.EscapeDataString(await Token(cancel))}";
        return Read(await calls.Get(url, cancel));
    }

    private async Task<string> Token(CancellationToken cancel)
    {
        try
        {
            return (await File.ReadAllTextAsync(tokenFile, cancel)).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CredentialException($"AWS_WEB_IDENTITY_TOKEN_FILE: {tokenFile} cannot be read: {error.Message}", error);
        }
    }

    private StoreCredentials Read(string xml)
    {
        try
        {
            var given = XDocument.Parse(xml).Descendants().FirstOrDefault(element => element.Name.LocalName == "Credentials");
            return Of(given, "AccessKeyId") is { } key && Of(given, "SecretAccessKey") is { } secret
                ? new StoreCredentials(key, secret, Of(given, "SessionToken"), CredentialCalls.End(Of(given, "Expiration")))
                : throw new CredentialException($"{endpoint} answers without credentials");
        }
        catch (XmlException error)
        {
            throw new CredentialException($"{endpoint} answers what is not XML", error);
        }
    }

    private static string? Of(XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim();
}
