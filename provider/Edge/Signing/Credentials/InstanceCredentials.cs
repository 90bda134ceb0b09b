namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>
/// The role of the machine, from its metadata service: EC2's (version 2, which wants a token first), or Alibaba's, which looks the same.
/// </summary>
internal sealed class InstanceCredentials(CredentialCalls calls, string address, InstanceWords words) : ICredentialSource
{
    public async Task<StoreCredentials> Get(CancellationToken cancel)
    {
        var token = await calls.Ask(HttpMethod.Put, address + "/latest/api/token", [(words.LifetimeHeader, "21600")], cancel);
        var roles = address + words.Path;
        var role = (await calls.Get(roles, cancel, (words.TokenHeader, token))).Split('\n')[0].Trim();
        return role.Length == 0
            ? throw new CredentialException($"the machine has no role: {roles} lists none")
            : CredentialCalls.Read(await calls.Get(roles + role, cancel, (words.TokenHeader, token)), roles, words.Secret, words.Token);
    }
}
