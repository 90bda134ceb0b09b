using System.Globalization;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>
/// Alibaba Cloud OSS: only the host names the bucket; pages come as downloads under its own domain; a range that does not fit is answered
/// with the whole object, unless the standard's behaviour is asked for.
/// </summary>
internal sealed class OssStore(BucketOptions options, BucketFolder folder, IGate gate) : IStore
{
    private static readonly string[] Special =
    [
        "acl", "append", "bucketInfo", "cors", "encryption", "lifecycle", "live", "location", "logging", "objectMeta", "partNumber", "policy", "referer",
        "restore", "stat", "symlink", "tagging", "uploadId", "uploads", "versionId", "versioning", "versions", "website", "x-oss-process",
    ];

    public BucketAnswer Answer(BucketRequest request) => Decide(request)
        .With("x-oss-request-id", RequestId(request)).With("x-oss-server-time", "1").With("Server", "AliyunOSS");

    public BucketAnswer Unreadable(BucketRequest request) => Fail(request, OssErrors.AccessDenied);

    private static string RequestId(BucketRequest request) => Convert.ToHexString(request.Id.AsSpan(0, 12));

    private static BucketAnswer Fail(BucketRequest request, BucketError error, params (string Name, string Text)[] about)
    {
        var details = XmlText.Elements([("RequestId", RequestId(request)), ("HostId", request.Host), .. about, .. error.Details]);
        return BucketAnswer.Error(
            error,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n{XmlText.Element("Code", error.Code)}{XmlText.Element("Message", error.Message)}{details}</Error>\n",
            "application/xml");
    }

    private BucketAnswer Decide(BucketRequest request)
    {
        if (BucketAddress.Read(options, request, plusIsSpace: false) is not { } address)
        {
            return Fail(request, OssErrors.InvalidObjectName);
        }

        if (!address.IsHostStyle)
        {
            return Fail(request, OssErrors.SecondLevelDomainForbidden, ("Bucket", address.Bucket ?? ""));
        }

        if (request.Method is not ("GET" or "HEAD" or "PUT" or "POST" or "DELETE"))
        {
            return Fail(request, OssErrors.MethodNotAllowed, ("Method", request.Method), ("ResourceType", "Object"));
        }

        var caller = gate.Check(request);
        return caller.Refusal is { } refusal ? Fail(request, refusal)
            : address.Bucket != options.Name ? Fail(request, OssErrors.NoSuchBucket, ("BucketName", address.Bucket!))
            : (options.IsPrivate && !caller.IsKnown) || request.Method is not ("GET" or "HEAD") ? Fail(request, OssErrors.AccessDenied)
            : Read(request, address.Key, caller);
    }

    private BucketAnswer Read(BucketRequest request, string key, Caller caller)
    {
        if (Special.Any(name => request.Find(name) is not null))
        {
            return Fail(request, caller.IsKnown ? OssErrors.NotImplemented : OssErrors.AccessDenied);
        }

        if (!caller.IsKnown && request.Parameters.Any(parameter => parameter.Name.StartsWith("response-", StringComparison.Ordinal)))
        {
            return Fail(request, OssErrors.ResponseHeadersOfNobody);
        }

        if (key.Length == 0)
        {
            return !options.MayList ? Fail(request, OssErrors.AccessDenied)
                : BucketAnswer.Document(
                    $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult>{S3Listing.Keys(options.Name, folder, request)}</ListBucketResult>", "application/xml");
        }

        return folder.Find(key) is not { } found ? Fail(request, options.MayList ? OssErrors.NoSuchKey : OssErrors.AccessDenied, options.MayList ? [("Key", key)] : [])
            : Send(request, found with { Tag = $"\"{Convert.ToHexString(found.Digests.Md5)}\"" });
    }

    private static BucketAnswer Send(BucketRequest request, BucketObject found)
    {
        var range = request.Header("Range");
        var reading = ObjectReading.Of(found, request.Header, Fits(request, range, found.Length) ? range : null);
        if (reading.Status is 412 or 416)
        {
            var failed = Fail(request, reading.Status == 412 ? OssErrors.PreconditionFailed : OssErrors.InvalidRange);
            return reading.Status == 412 ? failed : failed.With("Content-Range", ObjectReading.Unsatisfied(found).Value);
        }

        var answer = BucketAnswer.Object(found, reading)
            .With("ETag", found.Tag).With("Last-Modified", found.LastModified).With("Accept-Ranges", "bytes")
            .With("x-oss-object-type", "Normal").With("x-oss-storage-class", "Standard")
            .With("x-oss-hash-crc64ecma", found.Digests.Crc64.ToString(CultureInfo.InvariantCulture));
        if (reading.Status == 304)
        {
            return answer;
        }

        answer.With("Content-Type", request.Find("response-content-type") ?? found.ContentType).With("Content-MD5", Convert.ToBase64String(found.Digests.Md5));
        return found.ContentType == "text/html" ? answer.With("Content-Disposition", "attachment").With("x-oss-force-download", "true") : answer;
    }

    // What goes beyond the end takes no effect, unless the standard's way is asked for.
    private static bool Fits(BucketRequest request, string? range, long length) =>
        request.Header("x-oss-range-behavior") == "standard"
        || (range?.Split('=', '-') is [_, var first, var last]
            && (first.Length == 0 || (long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && from < length))
            && (last.Length == 0 || (long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to <= (first.Length == 0 ? length : length - 1))));
}
