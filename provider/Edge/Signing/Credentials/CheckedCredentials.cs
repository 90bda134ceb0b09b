namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>Refuses credentials that no request could be signed with, wherever they come from.</summary>
internal sealed class CheckedCredentials(ICredentialSource source, string scheme) : ICredentialSource
{
    public TimeSpan Ahead => source.Ahead;

    public TimeSpan? Again => source.Again;

    public async Task<StoreCredentials> Get(CancellationToken cancel)
    {
        var got = await source.Get(cancel);
        if (scheme == "azure-shared-key" && !IsBase64(got.SecretKey))
        {
            throw new CredentialException("the account key is not Base64: copy it as the portal shows it");
        }

        // They stand in a header.
        return got.AccessKey.Concat(got.Token ?? "").All(character => character is > ' ' and < '\x7f')
            ? got : throw new CredentialException("the key id or the token has blanks, line breaks or other characters that no header holds");
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
