namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>What a query turns a GET into: lists, access rules, versions, other headers. That is why an edge must not pass on its clients' queries.</summary>
internal sealed class S3Queries(BucketOptions options, BucketFolder folder)
{
    private const string Namespace = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    private const string Owner = "<Owner><ID>75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a</ID></Owner>";

    private static readonly Dictionary<string, (string Code, string What)> NotConfigured = new(StringComparer.Ordinal)
    {
        ["policy"] = ("NoSuchBucketPolicy", "bucket policy"),
        ["website"] = ("NoSuchWebsiteConfiguration", "specified bucket does not have a website configuration; it"),
        ["cors"] = ("NoSuchCORSConfiguration", "CORS configuration"),
        ["lifecycle"] = ("NoSuchLifecycleConfiguration", "lifecycle configuration"),
        ["replication"] = ("ReplicationConfigurationNotFoundError", "replication configuration"),
        ["publicAccessBlock"] = ("NoSuchPublicAccessBlockConfiguration", "public access block configuration"),
        ["object-lock"] = ("ObjectLockConfigurationNotFoundError", "object lock configuration"),
    };

    private static readonly string[] Unknown =
    [
        "accelerate", "analytics", "attributes", "encryption", "intelligent-tiering", "inventory", "legal-hold", "logging", "metrics", "notification",
        "ownershipControls", "partNumber", "policyStatus", "requestPayment", "restore", "retention", "select", "torrent", "uploadId",
    ];

    private static readonly string[] ResponseHeaders =
        ["response-cache-control", "response-content-disposition", "response-content-encoding", "response-content-language", "response-content-type", "response-expires"];

    /// <summary>null: an ordinary read of an object.</summary>
    public (string Document, BucketError? Error)? Answer(BucketRequest request, string key, Caller caller)
    {
        var names = request.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Overlaps(ResponseHeaders) && !caller.IsKnown)
        {
            return ("", S3Errors.ResponseHeadersOfNobody);
        }

        if (names.Contains("acl") || names.Contains("tagging"))
        {
            return Rules(names.Contains("acl"), key, caller);
        }

        if (names.Overlaps(Unknown))
        {
            return ("", caller.IsKnown ? S3Errors.NotImplemented : S3Errors.AccessDenied);
        }

        return key.Length == 0 ? OfBucket(request, names, caller)
            : names.Contains("versionId") ? OfVersion(request.Find("versionId")!)
            : names.Contains("uploads") ? ("", S3Errors.NotImplemented)
            : null;
    }

    /// <summary>The object's own headers, or those that a signed request asks for instead.</summary>
    public static BucketAnswer Dress(BucketRequest request, BucketAnswer answer, string contentType)
    {
        answer.With("Content-Type", request.Find("response-content-type") ?? contentType);
        foreach (var parameter in ResponseHeaders.Where(name => name != "response-content-type"))
        {
            if (request.Find(parameter) is { } value)
            {
                answer.With(parameter["response-".Length..], value);
            }
        }

        return answer;
    }

    private (string Document, BucketError? Error)? Rules(bool isAcl, string key, Caller caller) =>
        !caller.IsKnown ? ("", S3Errors.AccessDenied) // what the public may read it may not look behind
        : key.Length > 0 && folder.Find(key) is null ? ("", options.MayList ? S3Errors.NoSuchKey : S3Errors.AccessDenied)
        : isAcl ? (Xml("AccessControlPolicy", $"{Owner}<AccessControlList/>"), null)
        : key.Length > 0 ? (Xml("Tagging", "<TagSet/>"), null)
        : ("", S3Errors.NotConfigured("NoSuchTagSet", "TagSet"));

    private (string Document, BucketError? Error)? OfBucket(BucketRequest request, HashSet<string> names, Caller caller)
    {
        if (request.IsHead)
        {
            return ("", options.MayList ? null : S3Errors.AccessDenied);
        }

        if (NotConfigured.Keys.FirstOrDefault(names.Contains) is { } missing)
        {
            return ("", caller.IsKnown ? S3Errors.NotConfigured(NotConfigured[missing].Code, NotConfigured[missing].What) : S3Errors.AccessDenied);
        }

        if (names.Contains("location") || names.Contains("versioning") || names.Contains("uploads"))
        {
            return caller.IsKnown ? (Configuration(names), null) : ("", S3Errors.AccessDenied);
        }

        return !options.MayList ? ("", (BucketError?)S3Errors.AccessDenied)
            : names.Contains("versions") ? (Xml("ListVersionsResult", S3Listing.Versions(options.Name, folder, request)), null)
            : (Xml("ListBucketResult", S3Listing.Keys(options.Name, folder, request)), null);
    }

    private string Configuration(HashSet<string> names) =>
        names.Contains("location") ? Xml("LocationConstraint", Gates.Region(options) is "us-east-1" ? "" : XmlText.Escape(Gates.Region(options)))
        : names.Contains("versioning") ? Xml("VersioningConfiguration", "")
        : Xml("ListMultipartUploadsResult", $"{XmlText.Element("Bucket", options.Name)}<IsTruncated>false</IsTruncated>");

    // Nothing here has versions: S3 then knows the one that is called null.
    private static (string Document, BucketError? Error)? OfVersion(string version) =>
        version == "null" ? null : ("", version.Length == 32 ? S3Errors.NoSuchVersion : S3Errors.InvalidVersion);

    private static string Xml(string name, string inside) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{name} {Namespace}>{inside}</{name}>";
}
