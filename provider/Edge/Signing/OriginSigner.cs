using EdgeInfra.Edge.Signing.Credentials;

namespace EdgeInfra.Edge.Signing;

/// <summary>Signs for one origin. It should outlive the configuration that declared it, as long as the next one declares the same.</summary>
/// <param name="subject">The property that declares it, as logs name it: <c>backends["site"].policy.signing</c>.</param>
internal sealed class OriginSigner(
    ISigningScheme scheme, CredentialHolder credentials, string subject, TimeProvider time, Action<string> log) : IOriginSigner
{
    // Stores allow a quarter of an hour; below this a clock is no reason to be refused.
    private static readonly TimeSpan Tolerable = TimeSpan.FromMinutes(5);

    private long _offset; // ticks

    /// <summary>How far the store's clock is ahead of this machine's, as far as it is known.</summary>
    public TimeSpan ClockOffset => TimeSpan.FromTicks(Volatile.Read(ref _offset));

    public ValueTask<bool> Ready(TimeSpan within, CancellationToken cancel) => credentials.Ready(within, cancel);

    public void Sign(in SigningRequest request, HeaderList headers, ref string query) => scheme.Sign(
        request with { Now = request.Now + ClockOffset },
        credentials.Current ?? throw new InvalidOperationException("a request is signed before there are credentials"),
        headers, ref query);

    public async ValueTask<bool> Refused(string code, DateTimeOffset? serverDate, CancellationToken cancel)
    {
        var learned = serverDate is { } there && Learn(there - time.GetUtcNow());
        return (RefusalCodes.AreOfCredentials(code) && await credentials.Renew(cancel)) || learned;
    }

    private bool Learn(TimeSpan offset)
    {
        if ((offset - ClockOffset).Duration() <= Tolerable)
        {
            return false;
        }

        // A clock that has been set right again needs no offset.
        offset = offset.Duration() <= Tolerable ? TimeSpan.Zero : offset;
        Volatile.Write(ref _offset, offset.Ticks);
        log(offset == TimeSpan.Zero
            ? $"{subject}: the clock of this machine agrees with the store's again"
            : $"{subject}: the clock of this machine is {offset.Duration():c} {(offset > TimeSpan.Zero ? "behind" : "ahead of")} the store's; "
                + "requests are signed with the store's time, but set the clock right");
        return true;
    }
}
