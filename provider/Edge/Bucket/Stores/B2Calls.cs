using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>The calls of B2's API that whoever reads a private bucket needs: authorise, find the bucket, get a token for downloads.</summary>
internal sealed class B2Calls(BucketOptions options, B2Tokens tokens)
{
    private const int LongestLife = 604_800;

    // A B2 id is 24 hexadecimal digits; the name decides, so that it stays the same.
    private readonly string _bucketId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.Name)).AsSpan(0, 12));

    /// <param name="version">2 to 4: they differ in what an authorisation tells.</param>
    /// <param name="call">Its name.</param>
    /// <param name="request">As it arrived.</param>
    public (JsonObject? Said, BucketError? Error) Answer(int version, string call, BucketRequest request) => call switch
    {
        "b2_authorize_account" => Authorize(version, request),
        "b2_list_buckets" => Known(request, _ => (new JsonObject { ["buckets"] = new JsonArray(Bucket()) }, null)),
        "b2_get_download_authorization" => Known(request, body => Download(body, request.Now)),
        _ => (null, B2Errors.NoSuchCall(call)),
    };

    private (JsonObject? Said, BucketError? Error) Authorize(int version, BucketRequest request)
    {
        var wanted = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccessKey}:{options.SecretKey}"));
        if (options.AccessKey.Length == 0 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(wanted), Encoding.UTF8.GetBytes(request.Header("Authorization") ?? "")))
        {
            return (null, B2Errors.Unauthorized);
        }

        var (url, api) = ($"http://{request.Host}", new JsonObject());
        var capabilities = new JsonArray("listBuckets", "readFiles", "shareFiles");
        var allowed = new JsonObject { ["bucketId"] = _bucketId, ["bucketName"] = options.Name, ["namePrefix"] = null, ["capabilities"] = capabilities };
        if (options.MayList)
        {
            capabilities.Add("listFiles");
        }

        foreach (var (name, value) in new (string, JsonNode)[]
        {
            ("apiUrl", url), ("downloadUrl", url), ("s3ApiUrl", url), ("recommendedPartSize", 100_000_000), ("absoluteMinimumPartSize", 5_000_000),
        })
        {
            api[name] = value;
        }

        var said = new JsonObject { ["accountId"] = options.AccessKey, ["authorizationToken"] = tokens.Give("", request.Now + options.TokenLife) };
        return (version >= 3 ? Nested(said, api, allowed) : Flat(said, api, allowed), null);
    }

    private static JsonObject Nested(JsonObject said, JsonObject api, JsonObject allowed)
    {
        foreach (var (name, value) in allowed.ToList())
        {
            allowed.Remove(name);
            api[name] = value;
        }

        said["apiInfo"] = new JsonObject { ["storageApi"] = api };
        return said;
    }

    private static JsonObject Flat(JsonObject said, JsonObject api, JsonObject allowed)
    {
        foreach (var (name, value) in api.ToList())
        {
            api.Remove(name);
            said[name] = value;
        }

        said["allowed"] = allowed;
        return said;
    }

    private JsonObject Bucket() => new()
    {
        ["accountId"] = options.AccessKey, ["bucketId"] = _bucketId, ["bucketName"] = options.Name,
        ["bucketType"] = options.IsPrivate ? "allPrivate" : "allPublic", ["bucketInfo"] = new JsonObject(),
    };

    private (JsonObject? Said, BucketError? Error) Download(JsonObject body, DateTimeOffset now)
    {
        var prefix = body["fileNamePrefix"] is JsonValue text && text.TryGetValue<string>(out var given) ? given : null;
        var life = body["validDurationInSeconds"] is JsonValue number && number.TryGetValue<int>(out var seconds) ? seconds : 0;
        return prefix is null ? (null, B2Errors.BadBody)
            : body["bucketId"]?.ToString() != _bucketId ? (null, B2Errors.BadBucketId)
            : life is < 1 or > LongestLife ? (null, B2Errors.BadLifetime)
            : (new JsonObject { ["bucketId"] = _bucketId, ["fileNamePrefix"] = prefix, ["authorizationToken"] = tokens.Give(prefix, now.AddSeconds(life)) }, null);
    }

    private (JsonObject? Said, BucketError? Error) Known(BucketRequest request, Func<JsonObject, (JsonObject?, BucketError?)> then)
    {
        var caller = tokens.Check(request.Header("Authorization"), null, request.Now);
        return !caller.IsKnown ? (null, caller.Refusal ?? B2Errors.Unauthorized)
            : Read(request) is { } body ? then(body)
            : (null, B2Errors.BadBody);
    }

    // A GET has in its query what a POST has in its body.
    private static JsonObject? Read(BucketRequest request)
    {
        if (request.Method == "GET")
        {
            return new JsonObject(request.Parameters.DistinctBy(one => one.Name).Select(one => KeyValuePair.Create(one.Name, Value(one.Name, one.Value))));
        }

        try
        {
            return JsonNode.Parse(request.Body.Length == 0 ? "{}"u8 : request.Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Value(string name, string text) =>
        name == "validDurationInSeconds" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : text;
}
