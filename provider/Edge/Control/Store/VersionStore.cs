using System.Globalization;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Services and versions on disk: a folder per service, a YAML document per version and one for the service.</summary>
/// <remarks>
/// A document is written beside its place, synced, renamed, and its folder synced. Every change is decided by one rename:
/// version documents go first, and a new version counts only once the service's document lists it.
/// </remarks>
internal sealed class VersionStore(string folder, IFiles files, Action<string> log)
{
    private const string ServiceFile = "service.yaml", ContentPrefix = "content-", ContentSuffix = ".yaml";
    private const string Mend = "mend or restore the file and start again.";

    private readonly Documents _documents = new(files, log);
    private readonly string _root = Path.Combine(folder, "services");

    /// <summary>
    /// Everything that can be read, deleted services included; what cannot is named in the log and left as it is.
    /// </summary>
    public IReadOnlyList<ServiceState> Load()
    {
        files.CreateFolder(_root);
        return [.. AtOnce.Each(files.List(_root), (id, told) => new VersionStore(folder, files, told).LoadService(id), log).OfType<ServiceState>()];
    }

    /// <summary>Writes what differs. When this throws, the stored state is still the one before.</summary>
    public void Save(ServiceState? before, ServiceState after)
    {
        var home = FolderOf(after.Id);
        if (before is null)
        {
            _documents.CreateFolder(home);
            _documents.SyncFolder(_root);
        }

        before = before is null ? null : WithRoomFor(after.Contents, before, home);
        var known = (before?.Contents ?? []).ToHashSet<Content>(ReferenceEqualityComparer.Instance);
        foreach (var content in after.Contents.Where(content => !known.Contains(content)))
        {
            _documents.Replace(home, ContentFile(content.Id), ContentDocument.Write(after.Id, content));
        }

        foreach (var version in after.Versions.Where(version => version.Damage is null && !IsStored(before, version)))
        {
            _documents.Replace(home, VersionFile(version.Number), VersionDocument.Write(after.Id, version));
        }

        var document = ServiceDocument.Write(after);
        if (before is null || document != ServiceDocument.Write(before))
        {
            _documents.Replace(home, ServiceFile, document);
        }
    }

    /// <summary>Drops the content of a deleted service: it may hold keys. What cannot be dropped does no harm.</summary>
    public void DropVersions(ServiceState deleted)
    {
        foreach (var version in deleted.Versions)
        {
            DeleteIfPossible(Path.Combine(FolderOf(deleted.Id), VersionFile(version.Number)));
        }

        foreach (var content in deleted.Contents)
        {
            DeleteIfPossible(Path.Combine(FolderOf(deleted.Id), ContentFile(content.Id)));
        }
    }

    // The service's document lists its contents, so that a lost one is noticed. Listing comes first, with nothing in them,
    // which means the same as none: what the change is about is then still decided by one rename.
    private ServiceState WithRoomFor(IEnumerable<Content> contents, ServiceState before, string home)
    {
        var listed = before.Contents.Select(content => content.Id).ToHashSet();
        var added = contents.Where(content => !listed.Contains(content.Id)).Select(content => new Content(content.Kind, content.Id)).ToList();
        if (added.Count == 0)
        {
            return before;
        }

        foreach (var content in added)
        {
            _documents.Replace(home, ContentFile(content.Id), ContentDocument.Write(before.Id, content));
        }

        var roomy = before with { Contents = [.. before.Contents, .. added] };
        _documents.Replace(home, ServiceFile, ServiceDocument.Write(roomy));
        return roomy;
    }

    // The lock stands in the service's document, so locking leaves a version's own document as it is.
    private static bool IsStored(ServiceState? before, VersionState version) =>
        before?.Find(version.Number) is { } stored
        && (ReferenceEquals(stored, version) || stored with { Locked = null } == version with { Locked = null });

    private ServiceState? LoadService(string id)
    {
        var home = FolderOf(id);
        var names = files.List(home).ToList();
        foreach (var name in names.Where(name => name.EndsWith(Documents.Unfinished, StringComparison.Ordinal)))
        {
            DeleteIfPossible(Path.Combine(home, name));
        }

        if (!names.Contains(ServiceFile))
        {
            DropUnfinishedCreation(home);
            return null;
        }

        try
        {
            var service = ServiceDocument.Read(files.Read(Path.Combine(home, ServiceFile)), id);
            return service.Deleted is not null ? service
                : service with
                {
                    Versions = service.Versions.Select(version => LoadVersion(home, id, version)).ToValueList(),
                    Contents = service.Contents.Select(content => content.Id).Union(names.Select(ContentId).OfType<string>())
                        .Select(content => LoadContent(home, id, content)).ToValueList(),
                };
        }
        catch (Exception error) when (IsDamage(error))
        {
            log($"{Path.Combine(home, ServiceFile)} is damaged: {error.Message}. The service {id} is left out; {Mend}");
            return null;
        }
    }

    private VersionState LoadVersion(string home, string id, VersionState entry)
    {
        var path = Path.Combine(home, VersionFile(entry.Number));
        try
        {
            return VersionDocument.Read(files.Read(path), id, entry.Number) with { Locked = entry.Locked };
        }
        catch (Exception error) when (IsDamage(error))
        {
            log($"{path} is damaged: {error.Message}. Version {entry.Number} of the service {id} cannot be used; {Mend}");
            return entry with { Damage = $"{path} is damaged: {error.Message}" };
        }
    }

    private Content LoadContent(string home, string serviceId, string id)
    {
        var path = Path.Combine(home, ContentFile(id));
        try
        {
            return ContentDocument.Read(files.Read(path), serviceId, id);
        }
        catch (Exception error) when (IsDamage(error))
        {
            log($"{path} is damaged: {error.Message}. What belongs to {id} of the service {serviceId} cannot be used; {Mend}");
            return new Content(ObjectKind.None, id) { Damage = $"{path} is damaged: {error.Message}" };
        }
    }

    // Creating a service writes its first version, then the service itself. Anything else in there is someone's data.
    private void DropUnfinishedCreation(string home)
    {
        var names = files.List(home);
        if (names.All(name => name == VersionFile(1)))
        {
            names.ToList().ForEach(name => DeleteIfPossible(Path.Combine(home, name)));
            DeleteIfPossible(home);
        }
        else
        {
            log($"{home} has no {ServiceFile}: left out.");
        }
    }

    private void DeleteIfPossible(string path)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Left for the next start to clean.
        }
    }

    private static bool IsDamage(Exception error) =>
        error is DamagedDocumentException or IOException or UnauthorizedAccessException;

    private static string VersionFile(int number) => string.Create(CultureInfo.InvariantCulture, $"version-{number}.yaml");

    private static string ContentFile(string id) => ContentPrefix + id + ContentSuffix;

    /// <summary>The id a file's name tells, or null when the file is something else.</summary>
    private static string? ContentId(string name) =>
        name.StartsWith(ContentPrefix, StringComparison.Ordinal) && name.EndsWith(ContentSuffix, StringComparison.Ordinal)
            ? name[ContentPrefix.Length..^ContentSuffix.Length] : null;

    private string FolderOf(string id) => Path.Combine(_root, id);
}
