// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>An address or a range of addresses in an ACL.</summary>
public sealed partial class AclEntryArgs : global::Pulumi.ResourceArgs
{
    /// <summary>IPv4 or IPv6 address.</summary>
    [Input("ip", required: true)]
    public Input<string> Ip { get; set; } = null!;

    /// <summary>Length of the range's prefix in bits; unset, the address stands for itself. From 0 to 128.</summary>
    [Input("subnet")]
    public Input<int>? Subnet { get; set; }

    /// <summary>Whether the range is excluded from the list. Default: false.</summary>
    [Input("negated")]
    public Input<bool>? Negated { get; set; }

    /// <summary>What the entry is for; for people only.</summary>
    [Input("comment")]
    public Input<string>? Comment { get; set; }
}
