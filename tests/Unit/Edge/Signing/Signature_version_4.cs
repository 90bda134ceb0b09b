using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Checks;
using EdgeInfra.Edge.Signing.Text;
using EdgeInfra.Edge.Signing.V4;

namespace Unit.Edge.Signing;

/// <summary>Known answers of AWS, Google and Alibaba; see vectors/README.md.</summary>
public sealed class Signature_version_4
{
    private static readonly JsonArray Suite = KnownAnswers.Read("aws-sigv4-suite.json").AsArray();
    private static readonly JsonNode S3 = KnownAnswers.Read("s3-sigv4.json");
    private static readonly JsonNode Oss = KnownAnswers.Read("oss-signatures.json");
    private static readonly JsonArray Google = KnownAnswers.Read("gcs-v4-signatures.json")["signingV4Tests"]!.AsArray();

    public static TheoryData<string> OfSuite => [.. Suite.Select(one => one!.Text("name"))];

    public static TheoryData<string> OfS3 => [.. S3["cases"]!.AsArray().Select(one => one!.Text("name"))];

    public static TheoryData<string> OfOss => [.. Oss["v4"]!.AsArray().Select(one => one!.Text("name"))];

    public static TheoryData<string> OfGoogle => [.. Google.Select(one => one!.Text("description"))];

    [Fact]
    public void Has_all_the_published_cases() =>
        Assert.Equal((38, 29, 4, 29), (OfSuite.Count, OfS3.Count, OfOss.Count, OfGoogle.Count));

    [Theory]
    [MemberData(nameof(OfSuite))]
    public void In_headers_is_what_the_suite_says(string name)
    {
        var one = Suite.First(one => one!.Text("name") == name)!;
        var request = KnownAnswers.Request(one.Text("header-signed-request")) with { BodyHash = BodyHash(one.Text("header-signed-request")) };
        request = request with { Path = KnownAnswers.Request(one.Text("request")).Path };
        var (dialect, scope, credentials) = Setting(one);
        var claim = V4Claim.OfHeader(request.Headers.First("Authorization")!, dialect)!;

        AssertTexts(one, "header", request, claim, dialect, scope, credentials, leavesOut: null);
    }

    [Theory]
    [MemberData(nameof(OfSuite))]
    public void In_the_query_is_what_the_suite_says(string name)
    {
        var one = Suite.First(one => one!.Text("name") == name)!;
        var request = KnownAnswers.Request(one.Text("query-signed-request")) with { BodyHash = BodyHash(one.Text("query-signed-request")) };
        request = request with { Path = KnownAnswers.Request(one.Text("request")).Path };
        var (dialect, scope, credentials) = Setting(one);
        var claim = V4Claim.OfQuery(request, dialect)!;
        // The suite has one link whose token was added after it had been signed.
        if (one["context"]!["omit_session_token"]?.GetValue<bool>() == true)
        {
            var signedOnes = request.Query.Split('&').Where(part => !part.StartsWith("X-Amz-Security-Token", StringComparison.Ordinal));
            request = request with { Query = string.Join('&', signedOnes) };
        }

        AssertTexts(one, "query", request, claim, dialect, scope, credentials, leavesOut: "X-Amz-Signature");
    }

    [Theory]
    [MemberData(nameof(OfS3))]
    public void For_S3_is_as_published(string name)
    {
        var one = S3["cases"]!.AsArray().First(one => one!.Text("name") == name)!;
        var isGoogle = name == "gcs GOOG4-HMAC";
        var dialect = isGoogle ? V4Dialect.Google : V4Dialect.Aws;
        var (target, headers) = (one.Text("target").Split('?', 2), KnownAnswers.Headers(one["headers"]));
        if (one["kind"] is null)
        {
            headers.Set(dialect.DateHeader, S3.Text("amzDate"));
            headers.Set(dialect.HashHeader, one.Text("payloadHash"));
        }

        var lines = one.Text("canonicalRequest").Split('\n');
        var stringToSign = one.Text("stringToSign");
        var scope = stringToSign.Split('\n')[2].Split('/');
        var signed = new V4Request(
            one.Text("method"), target[0], target.Length > 1 ? target[1] : "", one.Text("host"), headers,
            lines[^2].Split(';'), lines[^2].Split(';'), S3.Text("amzDate"), one.Text("payloadHash"));
        var key = new V4Key(dialect, new V4Scope(scope[1], scope[2]), S3Credentials(), V4Time.Read(S3.Text("amzDate"))!.Value);

        Assert.Equal(one.Text("canonicalRequest"), Canonical(signed, dialect, new V4Scope(scope[1], scope[2])));
        Assert.Equal(one.Text("signature"), Signature(signed, dialect, new V4Scope(scope[1], scope[2]), key));
    }

    [Theory]
    [MemberData(nameof(OfOss))]
    public void For_OSS_is_what_its_own_library_makes(string name)
    {
        var one = Oss["v4"]!.AsArray().First(one => one!.Text("name") == name)!;
        var query = string.Join('&', one["query"]!.AsArray().Select(
            pair => (string)pair![1]! == "" ? Escaped(pair[0]) : $"{Escaped(pair[0])}={Escaped(pair[1])}"));
        var headers = KnownAnswers.Headers(one["headers"]);
        var lines = one.Text("canonicalRequest").Split('\n');
        var names = lines[3..^3].Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ToArray();
        var listed = lines[^2].Split(';', StringSplitOptions.RemoveEmptyEntries);
        var scope = new V4Scope(one.Text("region"), one.Text("product"), one.Text("bucket"));
        var signed = new V4Request(
            one.Text("method"), "/" + one.Text("key"), query, "", headers, names, listed, one.Text("time"), "UNSIGNED-PAYLOAD");
        var key = new V4Key(V4Dialect.Oss, scope, new StoreCredentials("ak", "sk"), V4Time.Read(one.Text("time"))!.Value);

        Assert.Equal(one.Text("canonicalRequest"), Canonical(signed, V4Dialect.Oss, scope));
        Assert.Equal(one.Text("signature"), Signature(signed, V4Dialect.Oss, scope, key));
    }

    [Theory]
    [MemberData(nameof(OfGoogle))]
    public void For_Google_makes_the_texts_that_Google_says(string name)
    {
        var one = Google.First(one => one!.Text("description") == name)!;
        var dialect = V4Dialect.Google with { Algorithm = "GOOG4-RSA-SHA256" };
        var (canonical, url) = (one.Text("expectedCanonicalRequest"), one.Text("expectedUrl"));
        var names = canonical.Split('\n')[^2].Split(';');
        var target = url[url.IndexOf('/', url.IndexOf("//", StringComparison.Ordinal) + 2)..].Split('?', 2);
        // These cases sign the host without its port.
        var host = canonical.Split('\n').First(line => line.StartsWith("host:", StringComparison.Ordinal))[5..];
        var time = DateTimeOffset.Parse(one.Text("timestamp"), CultureInfo.InvariantCulture);
        var signed = new V4Request(
            one.Text("method"), target[0], target[1], host, KnownAnswers.Headers(one["headers"]), names, names, V4Time.Text(time),
            canonical.Split('\n')[^1])
        {
            Without = "X-Goog-Signature",
        };
        var scope = new V4Scope("auto", "storage");

        // One case contradicts itself: its canonical request has the bucket in the path, the hash in its text to sign and its URL do not.
        if (name != "Universe domain with virtual hosted style")
        {
            Assert.Equal(canonical, Canonical(signed, dialect, scope));
        }

        Assert.Equal(one.Text("expectedStringToSign"), ToSign(signed, dialect, scope));
    }

    private static void AssertTexts(
        JsonNode one, string kind, ReceivedRequest request, V4Claim claim, V4Dialect dialect, V4Scope scope, StoreCredentials credentials,
        string? leavesOut)
    {
        var time = V4Time.Text(DateTimeOffset.Parse(one["context"]!.Text("timestamp"), CultureInfo.InvariantCulture));
        var signed = new V4Request(
            request.Method, request.Path, request.Query, request.Host, request.Headers, claim.Names, claim.Names, time, request.BodyHash)
        {
            Without = leavesOut,
        };
        var key = new V4Key(dialect, scope, credentials, V4Time.Read(time)!.Value);

        Assert.Equal(one.Text(kind + "-canonical-request"), KnownAnswers.Unwired(Canonical(signed, dialect, scope)));
        Assert.Equal(one.Text(kind + "-string-to-sign"), ToSign(signed, dialect, scope));
        Assert.Equal(one.Text(kind + "-signature"), Signature(signed, dialect, scope, key));
        Assert.Equal(one.Text(kind + "-signature"), claim.Signature);
        Assert.Equal(credentials.AccessKey, claim.AccessKey);
    }

    private static (V4Dialect Dialect, V4Scope Scope, StoreCredentials Credentials) Setting(JsonNode one)
    {
        var context = one["context"]!;
        var normalises = context["normalize"]!.GetValue<bool>();
        return (
            normalises ? V4Dialect.AwsService : V4Dialect.AwsService with { Path = PathRule.Twice },
            new V4Scope(context.Text("region"), context.Text("service")),
            new StoreCredentials(context["credentials"]!.Text("access_key_id"), context["credentials"]!.Text("secret_access_key")));
    }

    private static StoreCredentials S3Credentials() => new(S3.Text("accessKey"), S3.Text("secretKey"));

    private static string BodyHash(string request)
    {
        var end = request.IndexOf("\n\n", StringComparison.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(end < 0 ? "" : request[(end + 2)..])));
    }

    private static string Escaped(JsonNode? text) => Uri.EscapeDataString((string)text!);

    private static string Canonical(in V4Request request, V4Dialect dialect, V4Scope scope)
    {
        var text = new ByteText(stackalloc byte[16]); // grows
        V4Text.AddCanonical(ref text, request, dialect, scope);
        return text.ToString();
    }

    private static string ToSign(in V4Request request, V4Dialect dialect, V4Scope scope)
    {
        var text = new ByteText(stackalloc byte[16]);
        V4Text.AddToSign(
            ref text, Encoding.Latin1.GetBytes(Canonical(request, dialect, scope)), dialect, request.Time,
            $"{request.Time[..8]}/{scope.Region}/{scope.Service}/{dialect.Terminator}");
        return text.ToString();
    }

    private static string Signature(in V4Request request, V4Dialect dialect, V4Scope scope, V4Key key)
    {
        var signature = new byte[V4Text.SignatureLength];
        V4Text.Sign(request, dialect, scope, key, signature);
        return Convert.ToHexStringLower(signature);
    }
}
