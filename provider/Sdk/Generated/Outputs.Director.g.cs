// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>A group of backends that a request may go to.</summary>
[OutputType]
public sealed class Director
{
    /// <summary>Name of the director, unique within the version.</summary>
    public readonly string Name;

    /// <summary>Share of the members' weight, in percent, that must be healthy. From 0 to 100. Default: 75.</summary>
    public readonly int? Quorum;

    /// <summary>How often another member is tried. From 0 to 1000. Default: 5.</summary>
    public readonly int? Retries;

    /// <summary>How a member is chosen. Default: 1.</summary>
    public readonly DirectorType? Type;

    /// <summary>Unused; kept because Fastly's API has it. At least 0. Default: 100.</summary>
    public readonly int? Capacity;

    /// <summary>Location that shields the members from the others.</summary>
    public readonly string? Shield;

    /// <summary>What the director is for; for people only.</summary>
    public readonly string? Comment;

    /// <summary>Names of its backends. The control API sets them one by one.</summary>
    public readonly ImmutableArray<string> Backends;

    [OutputConstructor]
    public Director(
        string name,
        int? quorum = default,
        int? retries = default,
        DirectorType? type = default,
        int? capacity = default,
        string? shield = default,
        string? comment = default,
        ImmutableArray<string> backends = default)
    {
        Name = name;
        Quorum = quorum;
        Retries = retries;
        Type = type;
        Capacity = capacity;
        Shield = shield;
        Comment = comment;
        Backends = backends.IsDefault ? [] : backends;
    }
}
