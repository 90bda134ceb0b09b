namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Amazon S3. A key that is missing is answered like one that is forbidden to callers who may not list.</summary>
internal sealed class S3Store(BucketOptions options, BucketFolder folder, IGate gate) : IStore
{
    private const int LongestKey = 1024;

    private readonly S3Queries _queries = new(options, folder);

    public BucketAnswer Answer(BucketRequest request) => Decide(request)
        .With("x-amz-request-id", RequestId(request)).With("x-amz-id-2", HostId(request)).With("Server", "AmazonS3");

    public BucketAnswer Unreadable(BucketRequest request) => Fail(request, S3Errors.AccessDenied);

    private static string RequestId(BucketRequest request) => Convert.ToHexString(request.Id.AsSpan(0, 8));

    private static string HostId(BucketRequest request) => Convert.ToBase64String(request.Id);

    private static BucketAnswer Fail(BucketRequest request, BucketError error, params (string Name, string Text)[] about)
    {
        var details = XmlText.Elements([.. error.Details, .. about, ("RequestId", RequestId(request)), ("HostId", HostId(request))]);
        return BucketAnswer.Error(
            error,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{error.Code}</Code>{XmlText.Element("Message", error.Message)}{details}</Error>",
            "application/xml");
    }

    private BucketAnswer Decide(BucketRequest request)
    {
        if (BucketAddress.Read(options, request, plusIsSpace: true) is not { } address)
        {
            return Fail(request, S3Errors.InvalidUri, ("URI", request.Path));
        }

        if (request.Method == "OPTIONS")
        {
            return Fail(request, request.Header("Origin") is null ? S3Errors.PreflightWithoutOrigin : S3Errors.PreflightRefused);
        }

        if (request.Method is not ("GET" or "HEAD" or "PUT" or "POST" or "DELETE"))
        {
            return Fail(request, S3Errors.MethodNotAllowed, ("Method", request.Method), ("ResourceType", address.Key.Length > 0 ? "OBJECT" : "BUCKET"));
        }

        var caller = gate.Check(request);
        return caller.Refusal is { } refusal ? Fail(request, refusal)
            : address.Bucket is null ? Fail(request, S3Errors.AccessDenied) // the list of all buckets is nobody's business here
            : address.Bucket != options.Name ? Fail(request, S3Errors.NoSuchBucket, ("BucketName", address.Bucket))
            : options.IsPrivate && !caller.IsKnown ? Fail(request, S3Errors.AccessDenied)
            : request.Method is not ("GET" or "HEAD") ? Fail(request, S3Errors.AccessDenied) // keys that may write have no use here
            : Read(request, address.Key, caller);
    }

    private BucketAnswer Read(BucketRequest request, string key, Caller caller)
    {
        if (_queries.Answer(request, key, caller) is { } special)
        {
            return special.Error is { } error ? Fail(request, error) : BucketAnswer.Document(special.Document, "application/xml");
        }

        return KeyLength(key) > LongestKey ? Fail(request, S3Errors.KeyTooLong, ("Size", $"{KeyLength(key)}"), ("MaxSizeAllowed", $"{LongestKey}"))
            : folder.Find(key) is { } found ? Send(request, found)
            : options.MayList ? Fail(request, S3Errors.NoSuchKey, ("Key", key))
            : Fail(request, S3Errors.AccessDenied);
    }

    private static int KeyLength(string key) => System.Text.Encoding.UTF8.GetByteCount(key);

    private static BucketAnswer Send(BucketRequest request, BucketObject found)
    {
        var reading = ObjectReading.Of(found, request.Header, request.Header("Range"));
        if (reading.Status == 412)
        {
            return Fail(request, S3Errors.PreconditionFailed, ("Condition", request.Header("If-Match") is null ? "If-Unmodified-Since" : "If-Match"));
        }

        if (reading.Status == 416)
        {
            return Fail(request, S3Errors.InvalidRange, ("RangeRequested", request.Header("Range")!), ("ActualObjectSize", $"{found.Length}"))
                .With("Content-Range", ObjectReading.Unsatisfied(found).Value);
        }

        var answer = BucketAnswer.Object(found, reading).With("ETag", found.Tag).With("Last-Modified", found.LastModified);
        if (reading.Status == 304)
        {
            return answer;
        }

        answer.With("Accept-Ranges", "bytes").With("x-amz-server-side-encryption", "AES256"); // every object has it now; edges have to strip it
        return S3Queries.Dress(request, answer, found.ContentType);
    }
}
