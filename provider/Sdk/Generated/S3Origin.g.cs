// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>Amazon S3 as an origin: a Backend with the right address, Host, certificate name, paths and signature, and its Healthcheck. It is a declaration: nothing is sent until a ServiceVersion lists its definition, and its credentials beside it. In C# With does both.</summary>
[EdgeInfraResourceType("edgeinfra:index:S3Origin")]
public partial class S3Origin : global::Pulumi.ComponentResource
{
    /// <summary>The backend with every default settled, for a ServiceVersion to list. Holds digests of secrets, and no secret.</summary>
    [Output("definition")]
    public Output<BackendDefinition> Definition { get; private set; } = null!;

    /// <summary>The secrets that the definition holds digests of: list it among the credentials of the ServiceVersion that lists the definition.</summary>
    [Output("credentials")]
    public Output<ImmutableDictionary<string, string>> Credentials { get; private set; } = null!;

    /// <summary>The healthcheck of the backend. The definition holds it: it need not be listed.</summary>
    [Output("healthcheck")]
    public Output<HealthcheckDefinition> Healthcheck { get; private set; } = null!;

    /// <summary>Where the edge asks for the objects: what comes after it is the key.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; } = null!;

    /// <param name="name">The resource's name in the program, unique among all S3Origins of the stack.</param>
    /// <param name="args">What it is made with.</param>
    /// <param name="options">How the engine treats it.</param>
    public S3Origin(string name, S3OriginArgs args, ComponentResourceOptions? options = null)
        : base("edgeinfra:index:S3Origin", name, args ?? new S3OriginArgs(), MakeResourceOptions(options), remote: true)
    {
    }

    private static ComponentResourceOptions MakeResourceOptions(ComponentResourceOptions? options)
    {
        return ComponentResourceOptions.Merge(new ComponentResourceOptions { Version = PackageInfo.Version }, options);
    }
}
