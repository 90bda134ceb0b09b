// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra;

/// <summary>An edge service: what versions belong to. Changing it never makes a version; what it serves is declared by its one ServiceVersion.</summary>
[EdgeInfraResourceType("edgeinfra:index:Service")]
public partial class Service : global::Pulumi.CustomResource
{
    /// <summary>Name of the service, unique within the account. Default: the resource's name in the program and a random suffix.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>What the service is for; for people only.</summary>
    [Output("comment")]
    public Output<string?> Comment { get; private set; } = null!;

    /// <summary>How the service runs requests. Default: vcl.</summary>
    [Output("type")]
    public Output<ServiceType> Type { get; private set; } = null!;

    /// <summary>Whether deleting the service takes a version that is still live off the air first. Without it such a service is not deleted. Default: false.</summary>
    [Output("forceDestroy")]
    public Output<bool> ForceDestroy { get; private set; } = null!;

    /// <param name="name">The resource's name in the program, unique among all Services of the stack.</param>
    /// <param name="args">What it is made with.</param>
    /// <param name="options">How the engine treats it.</param>
    public Service(string name, ServiceArgs? args = null, CustomResourceOptions? options = null)
        : base("edgeinfra:index:Service", name, args ?? new ServiceArgs(), MakeResourceOptions(options, null))
    {
    }

    private Service(string name, Input<string> id, CustomResourceOptions? options)
        : base("edgeinfra:index:Service", name, null, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaults = new CustomResourceOptions { Version = PackageInfo.Version };
        var merged = CustomResourceOptions.Merge(defaults, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>The Service of that id, which some other program keeps: read, never changed.</summary>
    public static Service Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new Service(name, id, options);
    }
}
