using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>
/// A service and its versions as they are stored. Immutable: a change makes a new one, seen only once it is on disk.
/// </summary>
internal sealed record ServiceState(string Id, Service Declared, DateTimeOffset Created, DateTimeOffset Updated)
{
    /// <summary>Deleted services stay known by their id, so that a second deletion can say so.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Number of the version that is live.</summary>
    public int? Active { get; init; }

    /// <summary>Number of the version that is staged.</summary>
    public int? Staged { get; init; }

    /// <summary>In ascending order of number; numbers are never used twice.</summary>
    public ValueList<VersionState> Versions { get; init; } = [];

    /// <summary>What belongs to no version: items of dictionaries, entries of ACLs, dynamic snippets. Empty ones may be missing.</summary>
    public ValueList<Content> Contents { get; init; } = [];

    public VersionState? ActiveVersion => Active is { } number ? Find(number) : null;

    public VersionState Latest => Versions[^1];

    public VersionState? Find(int number) => Versions.FirstOrDefault(version => version.Number == number);

    /// <summary>Only the id: fields may be secret.</summary>
    public override string ToString() => $"service {Id}";

    public ServiceState With(Content changed) => this with
    {
        Contents = [.. Contents.Where(content => content.Id != changed.Id), changed],
    };

    public ServiceState With(VersionState changed) => this with
    {
        Versions = Versions.Select(version => version.Number == changed.Number ? changed : version).ToValueList(),
    };
}
