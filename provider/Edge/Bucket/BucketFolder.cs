using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace EdgeInfra.Edge.Bucket;

/// <summary>Finds the files behind keys and never one outside of the folder, whatever the key says and wherever links lead.</summary>
internal sealed class BucketFolder(string root)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Real(Path.GetFullPath(root)));
    private readonly ConcurrentDictionary<string, Known> _tags = new();

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
        return file.Exists ? new BucketObject(real, file.Length, file.LastWriteTimeUtc, Tag(file)) : null;
    }

    // Keys are text to S3 and names to a file system: what only one of them gives a meaning to is no key here.
    private static bool IsPlain(string key) =>
        key.Length is > 0 and <= 1024
        && !key.Contains('\0', StringComparison.Ordinal) && !key.Contains('\\', StringComparison.Ordinal)
        && Array.TrueForAll(key.Split('/'), part => part is not ("" or "." or ".."));

    // The MD5 of the content, as S3 has it for objects stored in one piece. Read again only when the file has changed.
    private string Tag(FileInfo file)
    {
        if (_tags.TryGetValue(file.FullName, out var known) && known.Modified == file.LastWriteTimeUtc && known.Length == file.Length)
        {
            return known.Tag;
        }

        using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
#pragma warning disable CA5351 // Not a secret: S3's ETag is an MD5.
        var tag = "\"" + Convert.ToHexStringLower(MD5.HashData(content)) + "\"";
#pragma warning restore CA5351
        _tags[file.FullName] = new Known(file.LastWriteTimeUtc, file.Length, tag);
        return tag;
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

    private sealed record Known(DateTime Modified, long Length, string Tag);
}
