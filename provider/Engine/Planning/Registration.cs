using System.Collections.Immutable;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Planning;

/// <summary>What the program asks for: one resource, as it should be.</summary>
/// <remarks>
/// Until it is placed (see <see cref="Inheritance"/>), <see cref="Urn"/> and <see cref="Parent"/> are as the program sent them
/// and unset options are null.
/// </remarks>
internal sealed record Registration
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public string Urn { get; init; } = "";

    public bool Custom { get; init; }

    /// <summary>A component that its provider constructs.</summary>
    public bool Remote { get; init; }

    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    public string Parent { get; init; } = "";

    /// <summary>A reference <c>urn::id</c>; empty for the parent's, or the default provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>References by package, for the children of a component.</summary>
    public ImmutableSortedDictionary<string, string> Providers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Of the provider plugin; empty for any.</summary>
    public string Version { get; init; } = "";

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    /// <summary>Null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    public string DeletedWith { get; init; } = "";

    public string ImportId { get; init; } = "";

    /// <summary>Not null: the resource is only read, and this is its id; empty where it is not known yet.</summary>
    public string? ReadId { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>As the program wrote them.</summary>
    public ImmutableArray<AliasSpec> AliasSpecs { get; init; } = [];

    /// <summary>Every URN under which the resource may be known.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public Timeouts Timeouts { get; init; } = new();

    public string SourcePosition { get; init; } = "";

    /// <summary>The state to be reached, as far as it is known before anything is done.</summary>
    public ResourceState Planned(ResourceState? old, PropertyMap inputs) => new()
    {
        Urn = Urn,
        Type = Type,
        Custom = Custom,
        Id = old?.Id ?? "",
        Inputs = inputs,
        Outputs = old?.Outputs ?? PropertyMap.Empty,
        Parent = Parent,
        Provider = Provider,
        Protect = Protect ?? false,
        RetainOnDelete = RetainOnDelete ?? false,
        DeletedWith = DeletedWith,
        ImportId = ImportId,
        Dependencies = Dependencies,
        PropertyDependencies = PropertyDependencies,
        InitErrors = old?.InitErrors ?? [],
        AdditionalSecretOutputs = AdditionalSecretOutputs,
        Aliases = [.. AliasSpecs.Select(alias => alias.Urn).Where(urn => urn.Length > 0)],
        IgnoreChanges = IgnoreChanges,
        ReplaceOnChanges = ReplaceOnChanges,
        Timeouts = Timeouts,
        SourcePosition = SourcePosition,
        Created = old?.Created,
        Modified = old?.Modified,
    };
}
