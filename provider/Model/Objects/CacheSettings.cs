namespace EdgeInfra.Model;

/// <summary>How answers are cached, where a condition holds. Times are in seconds.</summary>
public sealed record CacheSettings : INamed
{
    public static FieldTable<CacheSettings> Fields { get; } =
        new(ObjectKind.CacheSettings, "cache_settings", "cache_settings", numbersAsText: true);

    [Field("Name of the settings, unique within the version.")]
    public required string Name { get; init; }

    [Field("What happens to the answer; unset, it is cached as it says itself.")]
    [Choice("pass", "is not cached")]
    [Choice("cache", "is cached")]
    [Choice("restart", "is thrown away, and the request begins anew")]
    public string? Action { get; init; }

    [Field("How long the answer is fresh.", Unit = "s", Min = 0)]
    public int? Ttl { get; init; }

    [Field("How long it may be served after that, while the origin fails.", Unit = "s", Min = 0)]
    public int? StaleTtl { get; init; }

    [Field("Condition of type CACHE under which the settings apply.", Reference = ObjectKind.Condition)]
    public string CacheCondition { get; init; } = "";
}
