using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Credentials;

namespace Unit.Edge.Signing;

/// <summary>A source whose answers the test holds back.</summary>
internal sealed class ScriptedSource : ICredentialSource
{
    private TaskCompletionSource<StoreCredentials> _next = new();

    public int Asked { get; private set; }

    public Task<StoreCredentials> Get(CancellationToken cancel)
    {
        Asked++;
        return _next.Task;
    }

    public void Gives(string key, DateTimeOffset? until) => _next.SetResult(new StoreCredentials(key, "secret", null, until));

    public void Fails(string why) => _next.SetException(new CredentialException(why));

    /// <summary>From now on it is silent again.</summary>
    public void Holds() => _next = new TaskCompletionSource<StoreCredentials>();
}
