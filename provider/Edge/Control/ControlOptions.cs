using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Seeing;

namespace EdgeInfra.Edge.Control;

/// <summary>Where the control API listens, who may call it, and where it keeps its versions.</summary>
internal sealed record ControlOptions
{
    /// <summary>Port 0 takes a free one.</summary>
    public required IPEndPoint Listen { get; init; }

    public required string Token { get; init; }

    /// <summary>Belongs to this process alone while it runs.</summary>
    public required string DataDirectory { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public Action<string> Log { get; init; } = _ => { };

    /// <summary>Whether a domain leads to this machine.</summary>
    public Func<string, CancellationToken, Task<bool>> LeadsHere { get; init; } = NameLookup.LeadsHere;

    /// <summary>Fetches a URL from the edge as a visitor would; throws <see cref="HttpRequestException"/> where nobody answers.</summary>
    public Func<Uri, CancellationToken, Task<EdgeVisit>> Visit { get; init; } =
        static (_, _) => throw new HttpRequestException("no edge is listening");

    public IFiles Files { get; init; } = new DiskFiles();

    /// <summary>What the services have answered since the start.</summary>
    public Func<IEnumerable<TrafficTotals>> Traffic { get; init; } = static () => [];

    /// <summary>All that the edge counts.</summary>
    public Func<IEnumerable<MetricFamily>> Metrics { get; init; } = static () => [];

    /// <summary>Tells what would become of a request.</summary>
    public Func<ExplainQuestion, Task<JsonObject>> Explain { get; init; } = static _ => Task.FromResult(new JsonObject());

    /// <summary>Whether <c>GET /metrics</c> needs no token.</summary>
    public bool OpensMetrics { get; init; }

    public IPurges Purges { get; init; } = new NothingCached();

    /// <summary>The name of this place, which shields what names it; null when it has none.</summary>
    public string? Place { get; init; }

    /// <summary>The other places that requests can be sent to.</summary>
    public IReadOnlyList<string> Shields { get; init; } = [];

    /// <summary>The addresses that origins are fetched from.</summary>
    public Func<IEnumerable<IPAddress>> Addresses { get; init; } = OfThisMachine;

    private static IEnumerable<IPAddress> OfThisMachine() =>
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown
        from unicast in network.GetIPProperties().UnicastAddresses
        select unicast.Address;
}
