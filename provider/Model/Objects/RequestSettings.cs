namespace EdgeInfra.Model;

/// <summary>How requests are treated, where a condition holds.</summary>
public sealed record RequestSettings : INamed
{
    public static FieldTable<RequestSettings> Fields { get; } =
        new(ObjectKind.RequestSettings, "request_settings", "request_settings", numbersAsText: true);

    [Field("Name of the settings, unique within the version.")]
    public required string Name { get; init; }

    [Field("Whether the cache is asked.")]
    [Choice("lookup", "the cache is asked")]
    [Choice("pass", "the cache is not asked")]
    public string Action { get; init; } = "";

    [Field("Whether plain requests are redirected to TLS.")]
    public bool? ForceSsl { get; init; }

    [Field("Whether what the cache has is not used.")]
    public bool? ForceMiss { get; init; }

    [Field("Whether a request does not wait for another one that fetches the same object.")]
    public bool? BypassBusyWait { get; init; }

    [Field("Host header of the request.", Format = TextFormat.HostHeader)]
    public string? DefaultHost { get; init; }

    [Field("Unused; kept because Fastly's API has it.")]
    public bool? GeoHeaders { get; init; }

    [Field("Expressions the cache key is made of, joined with commas.", Format = TextFormat.Free)]
    public string? HashKeys { get; init; }

    [Field("How old an answer may be that is served while it is fetched anew.", Unit = "s", Min = 0)]
    public int? MaxStaleAge { get; init; }

    [Field("Whether the origin gets the X-Timer header.")]
    public bool? TimerSupport { get; init; }

    [Field("What becomes of X-Forwarded-For.")]
    [Choice("clear", "is removed")]
    [Choice("leave", "stays as it is")]
    [Choice("append", "gets the client's address, unless another node has added it")]
    [Choice("append_all", "gets the client's address")]
    [Choice("overwrite", "becomes the client's address")]
    public string? Xff { get; init; }

    [Field("Condition of type REQUEST under which the settings apply.", Reference = ObjectKind.Condition)]
    public string RequestCondition { get; init; } = "";
}
