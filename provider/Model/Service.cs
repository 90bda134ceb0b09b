namespace EdgeInfra.Model;

/// <summary>
/// An edge service: what versions belong to. Changing it never makes a version; only its name and comment can be changed.
/// </summary>
public sealed record Service : INamed
{
    public static FieldTable<Service> Fields { get; } = new(ObjectKind.Service, "service", "services");

    [Field("Name of the service, unique within the account.")]
    public required string Name { get; init; }

    [Field("What the service is for; for people only.", Format = TextFormat.Free)]
    public string Comment { get; init; } = "";

    [Field("How the service runs requests.", Replaces = true)]
    [Choice("vcl", "delivery service: domains, backends and conditions decide")]
    [Choice("wasm", "runs a program of your own", NotYet = "programs cannot be run at the edge, choose vcl.")]
    public string Type { get; init; } = "vcl";
}
