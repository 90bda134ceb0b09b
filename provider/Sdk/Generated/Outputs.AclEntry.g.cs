// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>An address or a range of addresses in an ACL.</summary>
[OutputType]
public sealed class AclEntry
{
    /// <summary>IPv4 or IPv6 address.</summary>
    public readonly string Ip;

    /// <summary>Length of the range's prefix in bits; unset, the address stands for itself. From 0 to 128.</summary>
    public readonly int? Subnet;

    /// <summary>Whether the range is excluded from the list. Default: false.</summary>
    public readonly bool? Negated;

    /// <summary>What the entry is for; for people only.</summary>
    public readonly string? Comment;

    [OutputConstructor]
    public AclEntry(
        string ip,
        int? subnet = default,
        bool? negated = default,
        string? comment = default)
    {
        Ip = ip;
        Subnet = subnet;
        Negated = negated;
        Comment = comment;
    }
}
