using System.Globalization;
using System.Text.Json.Nodes;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>Backblaze B2's own API: files below /file/BUCKET/, tokens instead of signatures. It knows no ETag and so no conditions.</summary>
internal sealed class B2Store(BucketOptions options, BucketFolder folder) : IStore
{
    private const string Json = "application/json;charset=utf-8";

    private static readonly (string Parameter, string Header)[] Overrides =
    [
        ("b2ContentDisposition", "Content-Disposition"), ("b2ContentLanguage", "Content-Language"), ("b2Expires", "Expires"),
        ("b2CacheControl", "Cache-Control"), ("b2ContentEncoding", "Content-Encoding"), ("b2ContentType", "Content-Type"),
    ];

    private readonly B2Tokens _tokens = new();

    public BucketAnswer Answer(BucketRequest request)
    {
        var answer = request.Path.StartsWith("/b2api/", StringComparison.Ordinal) ? Call(request)
            : request.Method is not ("GET" or "HEAD") ? Fail(B2Errors.MethodNotAllowed)
            : Download(request);
        return answer.With("Server", "nginx").With("Strict-Transport-Security", "max-age=63072000");
    }

    public BucketAnswer Unreadable(BucketRequest request) => Fail(B2Errors.Forbidden);

    private static BucketAnswer Fail(BucketError error)
    {
        var document = new JsonObject { ["code"] = error.Code, ["message"] = error.Message, ["status"] = error.Status };
        return BucketAnswer.Error(error, document.ToJsonString(), Json).With("Cache-Control", "max-age=0, no-cache, no-store");
    }

    private BucketAnswer Call(BucketRequest request)
    {
        if (request.Path.Split('/') is not [_, _, ['v', var digit] and not "v0" and not "v1", var name] || !char.IsAsciiDigit(digit))
        {
            return Fail(B2Errors.NoSuchCall(request.Path));
        }

        var (said, error) = new B2Calls(options, _tokens).Answer(digit - '0', name, request);
        return error is null ? BucketAnswer.Document(said!.ToJsonString(), Json) : Fail(error);
    }

    private BucketAnswer Download(BucketRequest request)
    {
        if (KeyText.DecodeKey(request.Path, plusIsSpace: true) is not { } path)
        {
            return Fail(B2Errors.BadUrl);
        }

        if (!path.StartsWith("/file/", StringComparison.Ordinal))
        {
            return Fail(B2Errors.NoSuchFile(path));
        }

        var (bucket, key) = options.Name.Length == 0 ? ("", path["/file/".Length..]) : Split(path["/file/".Length..]);
        var caller = _tokens.Check(request.Header("Authorization") ?? request.Find("Authorization"), key, request.Now);
        return caller.Refusal is { } refusal ? Fail(refusal)
            : bucket != options.Name ? Fail(B2Errors.NoSuchBucket(bucket))
            : options.IsPrivate && !caller.IsKnown ? Fail(B2Errors.Unauthorized)
            : !caller.IsKnown && Array.Exists(Overrides, one => request.Find(one.Parameter) is not null) ? Fail(B2Errors.OverridesOfNobody)
            : folder.Find(key) is { } found ? Send(request, found, key)
            : Fail(B2Errors.NoSuchFile(key));
    }

    private static (string Bucket, string Key) Split(string rest) => BucketAddress.InPath(rest) is var address ? (address.Bucket ?? "", address.Key) : default;

    private static BucketAnswer Send(BucketRequest request, BucketObject found, string key)
    {
        var reading = ObjectReading.OfRange(found, request.Header("Range"));
        if (reading.Status == 416)
        {
            return Fail(B2Errors.RangeNotSatisfiable).With("Content-Range", ObjectReading.Unsatisfied(found).Value);
        }

        var sha1 = Convert.ToHexStringLower(found.Digests.Sha1);
        var answer = BucketAnswer.Object(found, reading)
            .With("x-bz-file-name", Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal))
            .With("x-bz-file-id", $"4_z{sha1[..24]}_f1{sha1[24..39]}_d{found.Modified:yyyyMMdd}_m{found.Modified:HHmmss}_c000_v0001000_t0000")
            .With("x-bz-content-sha1", sha1)
            .With("X-Bz-Upload-Timestamp", found.Modified.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            .With("Accept-Ranges", "bytes").With("Cache-Control", "max-age=0, no-cache, no-store").With("Content-Type", found.ContentType);
        foreach (var (parameter, header) in Overrides)
        {
            if (request.Find(parameter) is { } value)
            {
                answer.With(header, value);
            }
        }

        return answer;
    }
}
