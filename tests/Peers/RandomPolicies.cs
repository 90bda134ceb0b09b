using EdgeInfra.Model;

namespace Peers;

/// <summary>Origin policies of many shapes for the backends of a version; the same seed gives the same ones.</summary>
internal sealed class RandomPolicies(Random random)
{
    private static readonly string[] Schemes = ["aws-v4", "google-v4", "azure-shared-key", "azure-sas", "oss-v1", "oss-v4", "b2-token"];

    private static readonly string[] Texts = ["<h1>50% \"off\"</h1>", "plain", "", "a\nb \"}", "ünï"];

    public static ServiceVersion On(ServiceVersion version, int seed)
    {
        var policies = new RandomPolicies(new Random(seed));
        return version with { Backends = version.Backends.Select(backend => policies.Chance() ? backend with { Policy = policies.Policy() } : backend).ToValueList() };
    }

    private OriginPolicy Policy() => new()
    {
        Store = Pick(null, "s3", "gcs", "azure", "b2", "oss"),
        PathPrefix = Pick(null, "/file/my-bucket", "/a%20b"),
        DirectoryIndex = Pick(null, "index.html", "a \"b\".htm"),
        DirectoryRedirect = Chance(),
        ErrorPages = Several(3, () => new ErrorPage
        {
            Statuses = Pick<ValueList<string>>(["404"], ["4xx", "500-503"], ["5xx"]), Path = Pick(null, "/404.html", "/50% x.html"),
            Content = Pick([.. Texts, null]), Status = Pick<int?>(null, 200, 503), Ttl = random.Next(0, 100),
        }),
        SinglePage = Pick(null, "/app.html"),
        StripResponseHeaders = Several(4, () => Pick("x-amz-*", "Server", "x-own-*", "X_odd", "a b", "x-ms-*")),
        Ttl = Several(4, () => new TtlRule
        {
            Path = Pick(null, "/assets/*", "*.html", "/a+(b)"), ContentType = Pick(null, "image/*", "text/html"),
            Statuses = Pick<ValueList<string>>([], ["2xx"], ["404", "410"]), Ttl = random.Next(0, 31_536_001),
        }),
        Query = Pick("pass", "drop"),
        QueryParameters = Several(2, () => Pick("q", "page", "a[]")),
        Methods = Pick<ValueList<string>>([], ["GET", "HEAD"], ["GET", "HEAD", "POST"]),
        Missing = Pick<ValueList<string>>(["404"], ["404", "403"], ["404 NoSuchKey", "403 AccessDenied", "403 Other"], []),
        Signing = Chance() ? Signing() : null,
        EdgeAuth = Chance() ? new() { Form = Pick("secret", "hmac"), Header = Pick("Edge-Auth", "X-From-Edge"), Secret = "hidden" } : null,
    };

    private RequestSigning Signing() => new()
    {
        Scheme = Pick(Schemes), Region = Pick(null, "eu-central-1", "oss-eu-central-1"), Service = Pick(null, "s3"), Bucket = Pick(null, "my-bucket"),
        Credentials = Pick("given", "environment"), AccessKey = Pick(null, "ID"), SecretKey = "c2VjcmV0", Token = Pick(null, "session"),
    };

    private bool Chance() => random.Next(2) == 0;

    private T Pick<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private ValueList<T> Several<T>(int most, Func<T> make) => Enumerable.Range(0, random.Next(most + 1)).Select(_ => make()).ToValueList();
}
