// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What a Service is made with.</summary>
public sealed partial class ServiceArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the service, unique within the account. Default: the resource's name in the program and a random suffix.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>What the service is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }

    /// <summary>How the service runs requests. Default: vcl.</summary>
    [Input("type")]
    public Input<ServiceType>? Type { get; set; }

    /// <summary>Whether deleting the service takes a version that is still live off the air first. Without it such a service is not deleted. Default: false.</summary>
    [Input("forceDestroy")]
    public Input<bool>? ForceDestroy { get; set; }
}
