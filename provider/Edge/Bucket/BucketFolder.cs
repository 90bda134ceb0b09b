using System.Collections.Concurrent;

namespace EdgeInfra.Edge.Bucket;

/// <summary>Finds the files behind keys and never one outside of the folder, whatever the key says and wherever links lead.</summary>
internal sealed class BucketFolder(string root)
{
    private static readonly EnumerationOptions Unlinked = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly string _root = Path.TrimEndingDirectorySeparator(Real(Path.GetFullPath(root)));
    private readonly ConcurrentDictionary<string, Known> _known = new();

    /// <summary>null when there is no such object.</summary>
    public BucketObject? Find(string key)
    {
        if (!IsPlain(key))
        {
            return null;
        }

        var path = Path.Combine(_root, key);
        if (!File.Exists(path))
        {
            return null;
        }

        var real = Real(path);
        if (!real.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        var file = new FileInfo(real);
        return file.Exists ? new BucketObject(real, file.Length, file.LastWriteTimeUtc, Digests(file)) : null;
    }

    /// <summary>All there are, in no order; not those that only a link leads to.</summary>
    public IEnumerable<string> Keys() => Directory.EnumerateFiles(_root, "*", Unlinked)
        .Select(path => path[(_root.Length + 1)..]).Where(key => Find(key) is not null);

    // Keys are text to S3 and names to a file system: what only one of them gives a meaning to is no key here.
    private static bool IsPlain(string key) =>
        key.Length is > 0 and <= 1024
        && !key.Contains('\0', StringComparison.Ordinal) && !key.Contains('\\', StringComparison.Ordinal)
        && Array.TrueForAll(key.Split('/'), part => part is not ("" or "." or ".."));

    // Read again only when the file has changed.
    private ContentDigests Digests(FileInfo file)
    {
        if (_known.TryGetValue(file.FullName, out var known) && known.Modified == file.LastWriteTimeUtc && known.Length == file.Length)
        {
            return known.Digests;
        }

        using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var digests = ContentDigests.Of(content);
        _known[file.FullName] = new Known(file.LastWriteTimeUtc, file.Length, digests);
        return digests;
    }

    // Follows links in every part of the path; the last part alone is not enough.
    private static string Real(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        var here = Path.Combine(Real(parent), Path.GetFileName(path));
        FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return entry.LinkTarget is null ? here
            : entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Real(target.FullName)
            : here;
    }

    private sealed record Known(DateTime Modified, long Length, ContentDigests Digests);
}
