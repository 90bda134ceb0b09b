namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>An origin could not be reached or did not answer in HTTP. Carries what the client is told; <see cref="Exception.Message"/> is for the log.</summary>
internal sealed class OriginException(EdgeError error, string message, Exception? cause = null) : Exception(message, cause)
{
    public EdgeError Error { get; } = error;
}
