namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>A source that cannot exist. It says why, each time it is asked.</summary>
internal sealed class NoCredentials(string why) : ICredentialSource
{
    public Task<StoreCredentials> Get(CancellationToken cancel) => throw new CredentialException(why);
}
