using EdgeInfra.Edge.Signing;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>Stands where an edge was started without anything to sign with. It is never ready, so that nothing is sent unsigned by mistake.</summary>
internal sealed class NoSigner : IOriginSigner
{
    public ValueTask<bool> Ready(TimeSpan within, CancellationToken cancel) => new(false);

    public ValueTask<bool> Refused(string code, DateTimeOffset? serverDate, CancellationToken cancel) => new(false);

    public void Sign(in SigningRequest request, HeaderList headers, ref string query) =>
        throw new InvalidOperationException("It is never ready.");
}
