namespace EdgeInfra.Edge.Signing.B2;

/// <summary>Backblaze's own API takes a token and computes nothing. Where it comes from and how long it holds: see <see cref="B2Tokens"/>.</summary>
internal sealed class B2TokenSigner : ISigningScheme
{
    public void Sign(in SigningRequest request, StoreCredentials credentials, HeaderList headers, ref string query) =>
        headers.Set("Authorization", credentials.Token ?? "");
}
