namespace EdgeInfra.Model;

/// <summary>
/// One row of the table of stores: how its buckets are reached, signed and checked. Words in braces stand for arguments: <c>{bucket}</c>.
/// </summary>
/// <remarks>A store without <see cref="PathHost"/> refuses path style, one without <see cref="VirtualHost"/> knows nothing else.</remarks>
public sealed record Store
{
    public required string Kind { get; init; }

    /// <summary>The interface, where a store has several; the first row of a kind is the default.</summary>
    public string? Mode { get; init; }

    public required string Title { get; init; }

    /// <summary>Whose error bodies it sends: <see cref="OriginPolicy.Store"/>.</summary>
    public string? Dialect { get; init; }

    /// <summary>Stack names of the arguments of its own that must be given.</summary>
    public required ValueList<string> Needs { get; init; }

    /// <summary>Stack names of the arguments of its own that may be given.</summary>
    public ValueList<string> Takes { get; init; } = [];

    /// <summary>Rules for arguments, by stack name.</summary>
    public ValueList<(string Argument, NameRule Rule)> Names { get; init; } = [];

    public string? VirtualHost { get; init; }

    public string? PathHost { get; init; }

    /// <summary>Path before each key when the host says all else.</summary>
    public string VirtualPrefix { get; init; } = "";

    /// <summary>Path before each key in path style, also of an endpoint that was given; null where a store refuses path style.</summary>
    public string? PathPrefix { get; init; } = "/{bucket}";

    public bool UseTls { get; init; } = true;

    /// <summary>Argument that names the region.</summary>
    public string RegionArgument { get; init; } = "region";

    /// <summary>Regions that are known. Others are warned of, not refused: new ones come.</summary>
    public ValueList<string> Regions { get; init; } = [];

    /// <summary>Schemes of signatures, the usual one first; empty where nothing is ever signed.</summary>
    public ValueList<string> Schemes { get; init; } = [];

    public string? SigningRegion { get; init; }

    /// <summary>Why it cannot be public; null where it can.</summary>
    public string? NeverPublic { get; init; }

    public ValueList<string> StripResponseHeaders { get; init; } = [];

    /// <summary>What means missing to those who may not list; those who may get a plain 404.</summary>
    public ValueList<string> Missing { get; init; } = ["404"];

    /// <summary>Statuses of an unsigned HEAD of the top; the first is the one for Fastly, which knows one only.</summary>
    public ValueList<int> HealthPublic { get; init; } = [403, 200];

    public ValueList<int> HealthPrivate { get; init; } = [403];

    /// <summary>Lifetimes after the user's.</summary>
    public ValueList<TtlRule> Ttl { get; init; } = [new() { Statuses = ["404", "410"], Ttl = 60 }];

    /// <summary>Whether it holds objects: then only GET and HEAD pass, and no query.</summary>
    public bool HoldsObjects { get; init; } = true;

    public int ConnectTimeout { get; init; } = 3_000;

    public int FirstByteTimeout { get; init; } = 15_000;
}
