namespace EdgeInfra.Edge.Signing;

/// <summary>How a request is signed, given the credentials. Called by many threads at once.</summary>
internal interface ISigningScheme
{
    /// <param name="query">Without its question mark.</param>
    void Sign(in SigningRequest request, StoreCredentials credentials, HeaderList headers, ref string query);
}
