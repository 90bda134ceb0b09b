namespace EdgeInfra.Edge.Signing;

/// <summary>A signer together with what keeps its credentials and its clock right. Signs only after <see cref="Ready"/> has said yes.</summary>
internal interface IOriginSigner : IRequestSigner
{
    /// <summary>
    /// Waits until there are credentials; false when there are none in time: a 503, and the log says why. In the steady state it completes
    /// at once.
    /// </summary>
    ValueTask<bool> Ready(TimeSpan within, CancellationToken cancel);

    /// <summary>
    /// Tells that the store refused a signed request. Learns the clock's offset from the store's own date, gets new credentials when these have
    /// expired, and says whether trying once more makes sense.
    /// </summary>
    /// <param name="code">Code of the store's error body. A HEAD's answer has none: empty, and then only the clock can be learned from it.</param>
    /// <param name="serverDate">The answer's Date.</param>
    ValueTask<bool> Refused(string code, DateTimeOffset? serverDate, CancellationToken cancel);
}
