// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>A named list of addresses that expressions match against, as in client.ip ~ NAME.</summary>
public sealed partial class AclArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Name of the list as expressions use it, unique within the version.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}
