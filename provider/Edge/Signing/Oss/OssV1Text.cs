using System.Collections.Frozen;
using System.Text;
using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.Oss;

/// <summary>The text that version 1 of Alibaba's OSS signs. The resource has the bucket, and the key as it is stored: not escaped.</summary>
internal static class OssV1Text
{
    public const string Prefix = "x-oss-";

    // What of a query chooses something else than the object as it is. Parameters of any other name are not signed.
    private static readonly FrozenSet<string> SubResources = FrozenSet.ToFrozenSet(
    [
        "acl", "append", "asyncFetch", "bucketInfo", "callback", "callback-var", "cname", "comp", "continuation-token", "cors", "delete",
        "encryption", "endTime", "group", "img", "inventory", "inventoryId", "lifecycle", "link", "live", "location", "logging", "metaQuery",
        "objectInfo", "objectMeta", "partNumber", "policy", "position", "postProcess", "processConfiguration", "qos", "qosInfo", "referer",
        "regionList", "replication", "replicationLocation", "replicationProgress", "requestPayment", "requesterQosInfo", "resourceGroup",
        "response-cache-control", "response-content-disposition", "response-content-encoding", "response-content-language",
        "response-content-type", "response-expires", "restore", "rtc", "security-token", "sequential", "startTime", "stat", "status", "style",
        "styleName", "symlink", "tagging", "transferAcceleration", "uploadId", "uploads", "versionId", "versioning", "versions", "vod", "website",
        "withHashContext", "worm", "wormExtend", "wormId", "x-oss-ac-forward-allow", "x-oss-ac-source-ip", "x-oss-ac-subnet-mask",
        "x-oss-ac-vpc-id", "x-oss-async-process", "x-oss-enable-md5", "x-oss-enable-sha1", "x-oss-enable-sha256", "x-oss-hash-ctx",
        "x-oss-process", "x-oss-request-payer", "x-oss-traffic-limit",
    ]);

    /// <param name="date">The Date header; the time of expiry in a link.</param>
    public static void Add(
        ref ByteText text, string method, string path, scoped ReadOnlySpan<char> query, string? bucket, string date, HeaderList headers)
    {
        foreach (var line in (ReadOnlySpan<string>)[method, headers.First("Content-MD5") ?? "", headers.First("Content-Type") ?? "", date])
        {
            text.Add(line);
            text.Add("\n");
        }

        HeaderText.AddOwn(ref text, headers, Prefix);
        text.Add(bucket is null ? "" : "/");
        text.Add(bucket ?? "");
        Escaping.AddDecoded(ref text, path);
        AddSubResources(ref text, query);
    }

    // Rare at an edge, which drops the query: what is allocated here does not count.
    private static void AddSubResources(ref ByteText text, scoped ReadOnlySpan<char> query)
    {
        if (query.IsEmpty)
        {
            return;
        }

        var found = new List<string>();
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            var equals = parameter.IndexOf('=') is var at and >= 0 ? at : parameter.Length;
            if (SubResources.Contains(parameter[..equals].ToString()))
            {
                found.Add(Uri.UnescapeDataString(parameter.TrimEnd('=')));
            }
        }

        found.Sort(StringComparer.Ordinal);
        text.Add(found.Count == 0 ? "" : "?");
        text.Add(Encoding.UTF8.GetBytes(string.Join('&', found)));
    }
}
