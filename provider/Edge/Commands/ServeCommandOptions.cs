using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>How an edge was asked to run.</summary>
/// <param name="ApiKey">The token from the environment; without one, the data directory's is used.</param>
internal sealed record ServeCommandOptions(DataDirectory Data, ProxyWish Proxy, IPEndPoint Control, string? ApiKey)
{
    /// <summary>Whether metrics need no token.</summary>
    public bool OpenMetrics { get; init; }

    public IReadOnlyList<string> Arguments =>
        ["serve", "--data", Data.Folder, "--control", $"{Control}", .. Proxy.Arguments, .. OpenMetrics ? ["--open-metrics"] : Array.Empty<string>()];

    /// <summary>Equal for two edges that would behave the same; another build of the program does not.</summary>
    public string Fingerprint => Fingerprints.Of([.. Arguments, ApiKey ?? "", Proxy.Secret ?? ""]);
}
