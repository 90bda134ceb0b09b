using System.Globalization;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>The blobs of a container as Azure lists them.</summary>
internal static class AzureListing
{
    private const int Most = 5000;

    public static string Blobs(string container, BucketFolder folder, BucketRequest request, Func<BucketObject, string> tag)
    {
        var prefix = request.Find("prefix") ?? "";
        var most = int.TryParse(request.Find("maxresults"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, Most) : Most;
        var keys = folder.Keys().Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, request.Find("marker") ?? "") >= 0)
            .Order(StringComparer.Ordinal).Take(most + 1).ToList();
        var blobs = string.Concat(keys.Take(most).Select(key => Blob(key, folder.Find(key), tag)));
        return $"\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ServiceEndpoint=\"http://{XmlText.Escape(request.Host)}/\" ContainerName=\"{XmlText.Escape(container)}\">"
            + $"{XmlText.Element("Prefix", prefix)}<Blobs>{blobs}</Blobs>{XmlText.Element("NextMarker", keys.Count > most ? keys[most] : "")}</EnumerationResults>";
    }

    private static string Blob(string key, BucketObject? found, Func<BucketObject, string> tag) => found is null ? "" // gone in between
        : $"<Blob>{XmlText.Element("Name", key)}<Properties>" + XmlText.Elements(
        [
            ("Last-Modified", found.LastModified), ("Etag", tag(found).Trim('"')), ("Content-Length", $"{found.Length}"),
            ("Content-Type", found.ContentType), ("BlobType", "BlockBlob"),
        ]) + "</Properties></Blob>";
}
