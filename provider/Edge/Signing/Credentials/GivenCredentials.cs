namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>Credentials that stay as they are until somebody declares others: of the declaration itself, or of the environment.</summary>
internal sealed class GivenCredentials(Func<StoreCredentials> read) : ICredentialSource
{
    // Nobody but a person can renew them: tell in time.
    public TimeSpan Ahead => TimeSpan.FromDays(1);

    public Task<StoreCredentials> Get(CancellationToken cancel) => Task.FromResult(read());
}
