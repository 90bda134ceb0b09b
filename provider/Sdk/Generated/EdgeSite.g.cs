// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>A site in a bucket, whole: a Service, a Backend with its policy, a Healthcheck, and the ServiceVersion that is live.</summary>
[EdgeInfraResourceType("edgeinfra:index:EdgeSite")]
public partial class EdgeSite : global::Pulumi.ComponentResource
{
    /// <summary>Id of the service.</summary>
    [Output("serviceId")]
    public Output<string> ServiceId { get; private set; } = null!;

    /// <summary>Number of the version that is live, or of the draft or staged version when nothing is activated.</summary>
    [Output("version")]
    public Output<int> Version { get; private set; } = null!;

    /// <summary>Whether the version is live.</summary>
    [Output("active")]
    public Output<bool> Active { get; private set; } = null!;

    /// <summary>The backend with every default settled, for a ServiceVersion to list. Holds digests of secrets, and no secret.</summary>
    [Output("definition")]
    public Output<BackendDefinition> Definition { get; private set; } = null!;

    /// <param name="name">The resource's name in the program, unique among all EdgeSites of the stack.</param>
    /// <param name="args">What it is made with.</param>
    /// <param name="options">How the engine treats it.</param>
    public EdgeSite(string name, EdgeSiteArgs args, ComponentResourceOptions? options = null)
        : base("edgeinfra:index:EdgeSite", name, args ?? new EdgeSiteArgs(), MakeResourceOptions(options), remote: true)
    {
    }

    private static ComponentResourceOptions MakeResourceOptions(ComponentResourceOptions? options)
    {
        return ComponentResourceOptions.Merge(new ComponentResourceOptions { Version = PackageInfo.Version }, options);
    }
}
