namespace EdgeInfra.Model;

/// <summary>The general settings of a version. Every version has them, at their defaults until they are set.</summary>
public sealed record Settings : INamed
{
    public static FieldTable<Settings> Fields { get; } = new(ObjectKind.Settings, "settings", "settings");

    [Field("How long an answer is cached that does not say so itself.", WireName = "general.default_ttl", Unit = "s", Min = 0)]
    public int DefaultTtl { get; init; } = 3_600;

    [Field("Host of requests that name none.", WireName = "general.default_host", Format = TextFormat.HostHeader)]
    public string DefaultHost { get; init; } = "";

    [Field("Unused; kept because Fastly's API has it.", WireName = "general.default_pci", Min = 0)]
    public int DefaultPci { get; init; }

    [Field("Whether stale answers are served while the origin fails.", WireName = "general.stale_if_error")]
    public bool StaleIfError { get; init; }

    [Field("How long stale answers may be served.", WireName = "general.stale_if_error_ttl", Unit = "s", Min = 0)]
    public int StaleIfErrorTtl { get; init; } = 43_200;

    public string Name => "settings";
}
