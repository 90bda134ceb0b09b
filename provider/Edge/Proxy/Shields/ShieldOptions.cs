namespace EdgeInfra.Edge.Proxy.Shields;

/// <summary>Which place this node stands at, and how the others are reached. Without a secret nobody's word is taken, and no request goes to a shield.</summary>
internal sealed record ShieldOptions
{
    /// <summary>Fastly's places have names of three letters; one machine is one place.</summary>
    public string Place { get; init; } = "EDG";

    /// <summary>Host and port of the other places, by their names.</summary>
    public IReadOnlyDictionary<string, (string Host, int Port)> Others { get; init; } = new Dictionary<string, (string, int)>();

    /// <summary>What all nodes sign with, so that each knows the others.</summary>
    public byte[] Secret { get; init; } = [];
}
