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

    /// <summary>What expressions of that version look up. Ask for <see cref="DamageOf"/> first: what is damaged is left out.</summary>
    public VersionContents ContentsOf(VersionState version) => new(
        version.Of(ObjectKind.Dictionary).Select(owner => new TableContent(owner.Name, Items<DictionaryItem>(owner))).ToValueList(),
        version.Of(ObjectKind.Acl).Select(owner => new AclContent(owner.Name, Items<AclEntry>(owner))).ToValueList());

    /// <summary>The same version, its dynamic snippets with the content they have now; with none where that is damaged.</summary>
    public ServiceVersion WithSnippets(VersionState version, ServiceVersion compiled) => compiled with
    {
        Snippets = compiled.Snippets.Select(snippet => snippet.Dynamic
            && version.Of(ObjectKind.Snippet).FirstOrDefault(owner => owner.Name == snippet.Name) is { } owner
            ? snippet with { Content = SnippetOf(owner) } : snippet).ToValueList(),
    };

    /// <summary>The dictionaries and ACLs of that version whose content cannot be read: an error where something looks them up.</summary>
    public IEnumerable<Problem> DamageOf(VersionState version) =>
        from table in new IFieldTable[] { EdgeDictionary.Fields, Acl.Fields }
        from owner in version.Of(table.Kind)
        let damage = ContentOf(owner)?.Damage
        where damage is not null
        select IsLookedUp(owner, version) ? Problems.ContentDamaged(table, owner.Name, damage) : Problems.UnusedContentDamaged(table, owner.Name, damage);

    // What is looked up is missed where it is gone: the rules for versions say so, wherever expressions stand.
    private bool IsLookedUp(StoredObject owner, VersionState version)
    {
        var without = version with { Objects = version.Objects.Where(stored => !ReferenceEquals(stored, owner)).ToValueList() };
        return Errors(without) > Errors(version);
    }

    private int Errors(VersionState version) => VersionRules.Check(version.ToVersion(Id)).Count(problem => problem.Severity == Severity.Error);

    private Content? ContentOf(StoredObject owner) => Contents.FirstOrDefault(content => content.Id == owner.Id);

    private string? SnippetOf(StoredObject owner) => ContentOf(owner) is { Damage: not null } ? null
        : Items<SnippetContent>(owner) is [var stored, ..] ? stored.Content : "";

    private ValueList<T> Items<T>(StoredObject owner) =>
        (ContentOf(owner)?.Items ?? []).Select(stored => (T)stored.Record).ToValueList();

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
