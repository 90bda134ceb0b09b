using System.Globalization;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Google Cloud Storage, through its XML API. A plus in a path is a plus.</summary>
internal sealed class GoogleStore(BucketOptions options, BucketFolder folder, IGate gate) : IStore
{
    private const string Who = "does not have storage.objects.get access to the Google Cloud Storage object. Permission 'storage.objects.get' denied on resource (or it may not exist).";

    private static readonly string[] Special =
        ["acl", "billing", "compose", "cors", "encryption", "lifecycle", "location", "logging", "partNumber", "policy", "storageClass", "tagging", "uploadId", "uploads", "versioning", "websiteConfig"];

    public BucketAnswer Answer(BucketRequest request) => Decide(request)
        .With("X-GUploader-UploadID", Convert.ToBase64String(request.Id).Replace('+', '-').Replace('/', '_')).With("Server", "UploadServer");

    public BucketAnswer Unreadable(BucketRequest request) => Denied(request, Caller.Nobody);

    private static BucketAnswer Fail(BucketError error, string? details = null)
    {
        var more = details is null ? "" : XmlText.Element("Details", details);
        return BucketAnswer.Error(
            error,
            $"<?xml version='1.0' encoding='UTF-8'?><Error><Code>{error.Code}</Code>{XmlText.Element("Message", error.Message)}{more}{XmlText.Elements(error.Details)}</Error>",
            "application/xml; charset=UTF-8").With("Cache-Control", "private, max-age=0");
    }

    private static BucketAnswer Denied(BucketRequest request, Caller caller) =>
        Fail(GoogleErrors.AccessDenied, $"{(caller.IsKnown ? "The caller" : "Anonymous caller")} {Who}").With("Expires", request.Now.ToString("r", CultureInfo.InvariantCulture));

    private BucketAnswer Decide(BucketRequest request)
    {
        if (BucketAddress.Read(options, request, plusIsSpace: false) is not { } address)
        {
            return Fail(GoogleErrors.InvalidUri);
        }

        if (request.Method is not ("GET" or "HEAD" or "PUT" or "POST" or "DELETE"))
        {
            return Fail(GoogleErrors.MethodNotAllowed);
        }

        var caller = gate.Check(request);
        return caller.Refusal is { } refusal ? Fail(refusal)
            : address.Bucket is null ? Denied(request, caller)
            : address.Bucket != options.Name ? Fail(GoogleErrors.NoSuchBucket)
            : (options.IsPrivate && !caller.IsKnown) || request.Method is not ("GET" or "HEAD") ? Denied(request, caller)
            : Read(request, address.Key, caller);
    }

    private BucketAnswer Read(BucketRequest request, string key, Caller caller)
    {
        if (Special.Any(name => request.Find(name) is not null))
        {
            return caller.IsKnown ? Fail(GoogleErrors.NotImplemented) : Denied(request, caller);
        }

        if (key.Length == 0)
        {
            return !options.MayList ? Denied(request, caller)
                : BucketAnswer.Document(
                    $"<?xml version='1.0' encoding='UTF-8'?><ListBucketResult xmlns='http://doc.s3.amazonaws.com/2006-03-01'>{S3Listing.Keys(options.Name, folder, request)}</ListBucketResult>",
                    "application/xml; charset=UTF-8");
        }

        return folder.Find(key) is { } found
                ? request.Find("generation") is { } asked && asked != Generation(found) ? Missing(request, key, caller) : Send(request, found)
            : Missing(request, key, caller);
    }

    private BucketAnswer Missing(BucketRequest request, string key, Caller caller) =>
        options.MayList ? Fail(GoogleErrors.NoSuchKey, $"No such object: {options.Name}/{key}") : Denied(request, caller);

    private BucketAnswer Send(BucketRequest request, BucketObject found)
    {
        var reading = ObjectReading.Of(found, request.Header, request.Header("Range"));
        if (reading.Status is 412 or 416)
        {
            var failed = Fail(reading.Status == 412 ? GoogleErrors.PreconditionFailed : GoogleErrors.InvalidRange);
            return reading.Status == 412 ? failed : failed.With("Content-Range", ObjectReading.Unsatisfied(found).Value);
        }

        var age = options.IsPrivate ? "private, max-age=0" : "public, max-age=3600";
        var expires = options.IsPrivate ? request.Now : request.Now.AddHours(1);
        var answer = BucketAnswer.Object(found, reading)
            .With("ETag", found.Tag).With("Last-Modified", found.LastModified).With("Cache-Control", age)
            .With("Expires", expires.ToString("r", CultureInfo.InvariantCulture))
            .With("x-goog-generation", Generation(found)).With("x-goog-metageneration", "1")
            .With("x-goog-hash", $"crc32c={Convert.ToBase64String(found.Digests.Crc32C)},md5={Convert.ToBase64String(found.Digests.Md5)}")
            .With("x-goog-storage-class", "STANDARD").With("x-goog-stored-content-encoding", "identity")
            .With("x-goog-stored-content-length", found.Length.ToString(CultureInfo.InvariantCulture));
        return reading.Status == 304 ? answer : answer.With("Accept-Ranges", "bytes").With("Content-Type", found.ContentType);
    }

    // Google's is the microsecond in which the object was written.
    private static string Generation(BucketObject found) =>
        ((found.ModifiedUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
}
