using System.Globalization;
using System.Text;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>The keys of a bucket as S3 lists them: in the order of their bytes, by prefix and delimiter, a thousand at a time.</summary>
internal static class S3Listing
{
    private const int Most = 1000;

    /// <summary>Inside of a ListBucketResult, version 1 or 2.</summary>
    public static string Keys(string bucket, BucketFolder folder, BucketRequest request)
    {
        var isSecond = request.Find("list-type") == "2";
        var prefix = request.Find("prefix") ?? "";
        var delimiter = request.Find("delimiter") ?? "";
        var after = isSecond ? Token(request) ?? request.Find("start-after") ?? "" : request.Find("marker") ?? "";
        var most = int.TryParse(request.Find("max-keys"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, Most) : Most;
        var all = Entries(folder, prefix, delimiter).Where(entry => string.CompareOrdinal(entry, after) > 0).Take(most + 1).ToList();
        var shown = all.Take(most).ToList();
        var text = new StringBuilder(XmlText.Elements([("Name", bucket), ("Prefix", prefix)]));
        text.Append(isSecond ? XmlText.Element("KeyCount", $"{shown.Count}") : XmlText.Element("Marker", after));
        text.Append(XmlText.Element("MaxKeys", $"{most}"));
        text.Append(delimiter.Length > 0 ? XmlText.Element("Delimiter", delimiter) : "");
        text.Append(XmlText.Element("IsTruncated", all.Count > most ? "true" : "false"));
        text.Append(isSecond && all.Count > most && most > 0 ? XmlText.Element("NextContinuationToken", Convert.ToBase64String(Encoding.UTF8.GetBytes(shown[^1]))) : "");
        shown.ForEach(entry => text.Append(Entry(folder, entry, "Contents", "")));
        return text.ToString();
    }

    /// <summary>Inside of a ListVersionsResult.</summary>
    public static string Versions(string bucket, BucketFolder folder, BucketRequest request)
    {
        var prefix = request.Find("prefix") ?? "";
        var shown = Entries(folder, prefix, "").Take(Most).ToList();
        return XmlText.Elements([("Name", bucket), ("Prefix", prefix), ("MaxKeys", $"{Most}"), ("IsTruncated", "false")])
            + string.Concat(shown.Select(key => Entry(folder, key, "Version", "<VersionId>null</VersionId><IsLatest>true</IsLatest>")));
    }

    private static string? Token(BucketRequest request)
    {
        var token = request.Find("continuation-token") ?? "";
        var bytes = new byte[token.Length];
        return token.Length > 0 && Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    // What ends with the delimiter stands for all keys below it.
    private static IEnumerable<string> Entries(BucketFolder folder, string prefix, string delimiter) => folder.Keys()
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => delimiter.Length > 0 && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is >= 0 and var cut
            ? key[..(cut + delimiter.Length)] : key)
        .Distinct().Order(StringComparer.Ordinal);

    private static string Entry(BucketFolder folder, string entry, string element, string more) => folder.Find(entry) is not { } found
        ? $"<CommonPrefixes>{XmlText.Element("Prefix", entry)}</CommonPrefixes>"
        : $"<{element}>" + XmlText.Elements(
        [
            ("Key", entry), ("LastModified", found.Modified.ToString("yyyy-MM-ddTHH:mm:ss.000Z", CultureInfo.InvariantCulture)),
            ("ETag", found.Tag), ("Size", $"{found.Length}"), ("StorageClass", "STANDARD"),
        ]) + $"{more}</{element}>";
}
