namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>Where credentials come from. Asked by one at a time.</summary>
internal interface ICredentialSource
{
    /// <summary>How long before their end new ones are asked for.</summary>
    TimeSpan Ahead => TimeSpan.FromMinutes(5);

    /// <summary>How often to look whether they have changed, when they have no end; null: they do not change.</summary>
    TimeSpan? Again => null;

    /// <exception cref="CredentialException">There are none to be had.</exception>
    Task<StoreCredentials> Get(CancellationToken cancel);
}
