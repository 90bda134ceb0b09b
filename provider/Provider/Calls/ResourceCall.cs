using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin;

/// <summary>What an engine asks about one resource, whichever the method: parts a method does not send are empty.</summary>
internal sealed record ResourceCall(string Urn)
{
    public string Id { get; init; } = "";

    /// <summary>What the program wants: raw at Check, checked everywhere else.</summary>
    public PropertyMap News { get; init; } = PropertyMap.Empty;

    /// <summary>The inputs the resource has had so far.</summary>
    public PropertyMap OldInputs { get; init; } = PropertyMap.Empty;

    /// <summary>The outputs it was last known with.</summary>
    public PropertyMap State { get; init; } = PropertyMap.Empty;

    /// <summary>Nothing may be changed, and values may be unknown.</summary>
    public bool Preview { get; init; }

    public Naming Naming { get; init; } = Naming.Random([]);

    /// <summary>The resource's name in the program.</summary>
    public string Name => Protocol.Urn.Name(Urn);
}
