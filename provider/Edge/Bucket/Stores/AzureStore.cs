using System.Globalization;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>
/// Azure Blob Storage: the account is the host, the container the first segment of the path. With an address as host the account stands
/// before the container, as with Azure's emulator.
/// </summary>
internal sealed class AzureStore(BucketOptions options, BucketFolder folder, IGate gate) : IStore
{
    private const string OldVersion = "2009-09-19"; // what whoever names none is answered with
    private const string FirstWithQuotes = "2011-08-18";

    public BucketAnswer Answer(BucketRequest request) => Decide(request)
        .With("x-ms-request-id", RequestId(request)).With("x-ms-version", Version(request)).With("Server", "Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0");

    public BucketAnswer Unreadable(BucketRequest request) => Fail(request, AzureErrors.NotPermitted);

    private static string RequestId(BucketRequest request) => new Guid(request.Id.AsSpan(0, 16)).ToString();

    private static string Version(BucketRequest request) => request.Header("x-ms-version") ?? request.Find("sv") ?? OldVersion;

    private static bool IsOld(BucketRequest request) => string.CompareOrdinal(Version(request), FirstWithQuotes) < 0;

    private static BucketAnswer Fail(BucketRequest request, BucketError error)
    {
        var time = request.Now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
        var message = $"{XmlText.Escape(error.Message)}\nRequestId:{RequestId(request)}\nTime:{time}";
        return BucketAnswer.Error(
            error,
            $"\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{error.Code}</Code><Message>{message}</Message>{XmlText.Elements(error.Details)}</Error>",
            "application/xml").With("x-ms-error-code", error.Code);
    }

    private BucketAnswer Decide(BucketRequest request)
    {
        if (!request.Path.StartsWith('/') || KeyText.DecodeKey(request.Path[1..], plusIsSpace: false) is not { } path)
        {
            return Fail(request, AzureErrors.InvalidUri);
        }

        if (request.Method is not ("GET" or "HEAD" or "PUT" or "POST" or "DELETE"))
        {
            return Fail(request, AzureErrors.UnsupportedVerb);
        }

        var address = options.Name.Length == 0 ? new("", path, IsHostStyle: true) : BucketAddress.InPath(WithoutAccount(options.AccessKey, request.Host, path));
        var caller = gate.Check(request);
        return caller.Refusal is { } refusal ? Fail(request, refusal)
            : options.IsPrivate && !caller.IsKnown ? Fail(request, AzureErrors.PublicAccessNotPermitted)
            : address.Bucket is null ? Fail(request, AzureErrors.InvalidQuery)
            : request.Method is not ("GET" or "HEAD") ? Fail(request, caller.IsKnown ? AzureErrors.NotPermitted : AzureErrors.ResourceNotFound)
            : address.Bucket != options.Name ? Fail(request, caller.IsKnown ? AzureErrors.ContainerNotFound : AzureErrors.ResourceNotFound)
            : Read(request, address.Key, path, caller);
    }

    /// <summary>Container and blob; the account stands before them unless the host names it.</summary>
    public static string WithoutAccount(string account, string host, string path) =>
        account.Length > 0 && path.StartsWith(account + "/", StringComparison.Ordinal) && !host.StartsWith(account + ".", StringComparison.OrdinalIgnoreCase)
            ? path[(account.Length + 1)..] : path;

    private BucketAnswer Read(BucketRequest request, string key, string path, Caller caller)
    {
        if (request.Find("comp") is not null || request.Find("restype") is not null)
        {
            return Special(request, key, caller);
        }

        return key.Length == 0 ? Fail(request, path.EndsWith('/') || options.Name.Length == 0 ? AzureErrors.InvalidUri : AzureErrors.ResourceNotFound)
            : request.Find("snapshot") is not null || request.Find("versionid") is not null ? Fail(request, caller.IsKnown ? AzureErrors.BlobNotFound : AzureErrors.ResourceNotFound)
            : folder.Find(key) is { } found ? Send(request, found with { Tag = Tag(found) })
            : Fail(request, AzureErrors.BlobNotFound);
    }

    // The public may list where a container's access level is "container"; "blob" is what --no-list stands for.
    private BucketAnswer Special(BucketRequest request, string key, Caller caller)
    {
        var (isContainer, component) = (request.Find("restype") == "container", request.Find("comp"));
        return key.Length > 0 && component is "metadata" && folder.Find(key) is { } found
                ? new BucketAnswer(200).With("ETag", Tag(found)).With("Last-Modified", found.LastModified)
            : key.Length > 0 || component is not (null or "list") ? Fail(request, caller.IsKnown ? AzureErrors.NotImplemented : AzureErrors.ResourceNotFound)
            : !isContainer ? Fail(request, AzureErrors.InvalidQuery)
            : !options.MayList ? Fail(request, caller.IsKnown ? AzureErrors.NotPermitted : AzureErrors.ResourceNotFound)
            : component is null ? new BucketAnswer(200).With("x-ms-lease-status", "unlocked").With("x-ms-lease-state", "available")
            : BucketAnswer.Document(AzureListing.Blobs(options.Name, folder, request, Tag), "application/xml");
    }

    private static BucketAnswer Send(BucketRequest request, BucketObject found)
    {
        var reading = ObjectReading.Of(found, request.Header, Range(request));
        if (reading.Status is 412 or 416)
        {
            var failed = Fail(request, reading.Status == 412 ? AzureErrors.ConditionNotMet : AzureErrors.InvalidRange);
            return reading.Status == 412 ? failed : failed.With("Content-Range", ObjectReading.Unsatisfied(found).Value);
        }

        var md5 = Convert.ToBase64String(found.Digests.Md5);
        var answer = BucketAnswer.Object(found, reading)
            .With("ETag", IsOld(request) ? found.Tag.Trim('"') : found.Tag).With("Last-Modified", found.LastModified);
        if (!IsOld(request))
        {
            answer.With("Accept-Ranges", "bytes");
        }

        return reading.Status == 304 ? answer.With("x-ms-error-code", "ConditionNotMet") : answer
            .With("Content-Type", request.Find("rsct") ?? found.ContentType)
            .With(reading.Status == 206 ? "x-ms-blob-content-md5" : "Content-MD5", md5)
            .With("x-ms-blob-type", "BlockBlob").With("x-ms-lease-status", "unlocked").With("x-ms-lease-state", "available")
            .With("x-ms-server-encrypted", "true").With("x-ms-creation-time", found.LastModified);
    }

    // x-ms-range counts before Range; protocols of old take no range without an end.
    private static string? Range(BucketRequest request)
    {
        var range = request.Header("x-ms-range") ?? request.Header("Range");
        return range is not null && IsOld(request) && range.EndsWith('-') ? null : range;
    }

    private static string Tag(BucketObject found) => $"\"0x{found.ModifiedUtc.Ticks:X}\"";
}
