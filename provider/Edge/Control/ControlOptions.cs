using System.Net;

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
    public Func<string, bool> LeadsHere { get; init; } = NameLookup.LeadsHere;

    public IFiles Files { get; init; } = new DiskFiles();
}
