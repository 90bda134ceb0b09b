using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What a change of one object does to the others of its version, as Fastly's API does it unasked.</summary>
internal static class Consequences
{
    /// <param name="after">null when the object is gone.</param>
    public static VersionState Of(VersionState draft, StoredObject? before, StoredObject? after) => (before?.Record, after?.Record) switch
    {
        (_, VclFile { Main: true } main) => OnlyMain(draft, main.Name),
        (Backend backend, null) => InDirectors(draft, members => members.Where(name => name != backend.Name)),
        (Backend old, Backend now) when old.Name != now.Name =>
            InDirectors(draft, members => members.Select(name => name == old.Name ? now.Name : name)),
        _ => draft,
    };

    private static VersionState OnlyMain(VersionState draft, string main) => Each<VclFile>(draft, file =>
        file.Main && file.Name != main ? file with { Main = false } : file);

    private static VersionState InDirectors(VersionState draft, Func<IEnumerable<string>, IEnumerable<string>> change) =>
        Each<Director>(draft, director => director with { Backends = change(director.Backends).ToValueList() });

    private static VersionState Each<T>(VersionState draft, Func<T, T> change) where T : INamed => draft with
    {
        Objects = draft.Objects
            .Select(stored => stored.Record is T record ? stored with { Record = change(record) } : stored).ToValueList(),
    };
}
