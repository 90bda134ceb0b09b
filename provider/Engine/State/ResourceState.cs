using System.Collections.Immutable;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.State;

/// <summary>What is remembered of one resource between runs: the fields of Pulumi's deployment format, version 3.</summary>
internal sealed record ResourceState
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    /// <summary>Whether a provider manages it; a component has no id and no provider operations.</summary>
    public required bool Custom { get; init; }

    /// <summary>Replaced already, still to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>The provider's id; empty for components, and in previews where it is not known yet.</summary>
    public string Id { get; init; } = "";

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    public string Parent { get; init; } = "";

    /// <summary>The reference <c>urn::id</c> of its provider; empty for components and providers.</summary>
    public string Provider { get; init; } = "";

    public bool Protect { get; init; }

    /// <summary>Read, not managed.</summary>
    public bool External { get; init; }

    public bool RetainOnDelete { get; init; }

    public bool PendingReplacement { get; init; }

    public string DeletedWith { get; init; } = "";

    public string ImportId { get; init; } = "";

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Why its creation was only half done; the next run updates it even without a difference.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public ImmutableArray<string> Aliases { get; init; } = [];

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public Timeouts Timeouts { get; init; } = new();

    public string SourcePosition { get; init; } = "";

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>
    /// Fields that a newer Pulumi wrote and this engine does not know; saved again as long as the state is only copied.
    /// </summary>
    public PropertyMap OtherFields { get; init; } = PropertyMap.Empty;
}
