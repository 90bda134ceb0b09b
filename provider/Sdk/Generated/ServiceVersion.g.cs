// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>The manifest of what is live for a service, and the only writer of its versions: one per service.</summary>
[EdgeInfraResourceType("edgeinfra:index:ServiceVersion")]
public partial class ServiceVersion : global::Pulumi.CustomResource
{
    /// <summary>Id of the service whose versions this resource writes.</summary>
    [Output("serviceId")]
    public Output<string> ServiceId { get; private set; } = null!;

    /// <summary>Host names the service answers for. *.example.com stands for every name below it.</summary>
    [Output("domains")]
    public Output<ImmutableArray<string>> Domains { get; private set; } = null!;

    /// <summary>The version's backends, as the output "definition" of each Backend. What they refer to by a definition need not be listed.</summary>
    [Output("backends")]
    public Output<ImmutableArray<BackendDefinition>> Backends { get; private set; } = null!;

    /// <summary>The version's healthchecks, as the output "definition" of each Healthcheck. Those that backends refer to by a definition are added by themselves.</summary>
    [Output("healthchecks")]
    public Output<ImmutableArray<HealthcheckDefinition>> Healthchecks { get; private set; } = null!;

    /// <summary>The version's conditions, as the output "definition" of each Condition. Those that others refer to by a definition are added by themselves.</summary>
    [Output("conditions")]
    public Output<ImmutableArray<ConditionDefinition>> Conditions { get; private set; } = null!;

    /// <summary>A group of backends that a request may go to. Told apart by name; the order does not count.</summary>
    [Output("directors")]
    public Output<ImmutableArray<Outputs.Director>> Directors { get; private set; } = null!;

    /// <summary>A named table of texts that expressions look up, as in table.lookup(NAME, key). Told apart by name; the order does not count.</summary>
    [Output("dictionaries")]
    public Output<ImmutableArray<Outputs.Dictionary>> Dictionaries { get; private set; } = null!;

    /// <summary>A named list of addresses that expressions match against, as in client.ip ~ NAME. Told apart by name; the order does not count.</summary>
    [Output("acls")]
    public Output<ImmutableArray<Outputs.Acl>> Acls { get; private set; } = null!;

    /// <summary>One change of one header, of the request or of the answer. Told apart by name; the order does not count.</summary>
    [Output("headers")]
    public Output<ImmutableArray<Outputs.Header>> Headers { get; private set; } = null!;

    /// <summary>How answers are cached, where a condition holds. Told apart by name; the order does not count.</summary>
    [Output("cacheSettings")]
    public Output<ImmutableArray<Outputs.CacheSettings>> CacheSettings { get; private set; } = null!;

    /// <summary>How requests are treated, where a condition holds. Told apart by name; the order does not count.</summary>
    [Output("requestSettings")]
    public Output<ImmutableArray<Outputs.RequestSettings>> RequestSettings { get; private set; } = null!;

    /// <summary>An answer the edge gives itself, where a condition holds. Told apart by name; the order does not count.</summary>
    [Output("responseObjects")]
    public Output<ImmutableArray<Outputs.ResponseObject>> ResponseObjects { get; private set; } = null!;

    /// <summary>Which answers are compressed: by content type or by the path's extension. Told apart by name; the order does not count.</summary>
    [Output("gzips")]
    public Output<ImmutableArray<Outputs.Gzip>> Gzips { get; private set; } = null!;

    /// <summary>A piece of VCL for one place of the generated program. The bundled runtime keeps it and never executes it. Told apart by name; the order does not count.</summary>
    [Output("snippets")]
    public Output<ImmutableArray<Outputs.Snippet>> Snippets { get; private set; } = null!;

    /// <summary>A file of VCL. The bundled runtime keeps it and never executes it. Told apart by name; the order does not count.</summary>
    [Output("vcls")]
    public Output<ImmutableArray<Outputs.Vcl>> Vcls { get; private set; } = null!;

    /// <summary>The general settings. Unset, they are at their defaults.</summary>
    [Output("settings")]
    public Output<Outputs.Settings?> Settings { get; private set; } = null!;

    /// <summary>What the version is for; for people only.</summary>
    [Output("comment")]
    public Output<string?> Comment { get; private set; } = null!;

    /// <summary>Whether changes go live. Default: always.</summary>
    [Output("activate")]
    public Output<ActivateMode> Activate { get; private set; } = null!;

    /// <summary>Number of the version that is live, or of the draft or staged version when nothing is activated.</summary>
    [Output("number")]
    public Output<int> Number { get; private set; } = null!;

    /// <summary>Number of the version that was live before this one; 0 when none was.</summary>
    [Output("previousNumber")]
    public Output<int> PreviousNumber { get; private set; } = null!;

    /// <summary>Whether the version is live.</summary>
    [Output("active")]
    public Output<bool> Active { get; private set; } = null!;

    /// <summary>Whether the version is in staging.</summary>
    [Output("staged")]
    public Output<bool> Staged { get; private set; } = null!;

    /// <summary>Digest of everything the version holds. Equal for equal content, whatever the numbers.</summary>
    [Output("fingerprint")]
    public Output<string> Fingerprint { get; private set; } = null!;

    /// <param name="name">The resource's name in the program, unique among all ServiceVersions of the stack.</param>
    /// <param name="args">What it is made with.</param>
    /// <param name="options">How the engine treats it.</param>
    public ServiceVersion(string name, ServiceVersionArgs args, CustomResourceOptions? options = null)
        : base("edgeinfra:index:ServiceVersion", name, args ?? new ServiceVersionArgs(), MakeResourceOptions(options, null))
    {
    }

    private ServiceVersion(string name, Input<string> id, CustomResourceOptions? options)
        : base("edgeinfra:index:ServiceVersion", name, null, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaults = new CustomResourceOptions { Version = PackageInfo.Version };
        var merged = CustomResourceOptions.Merge(defaults, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>The ServiceVersion of that id, which some other program keeps: read, never changed.</summary>
    public static ServiceVersion Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new ServiceVersion(name, id, options);
    }
}
