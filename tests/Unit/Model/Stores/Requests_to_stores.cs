using EdgeInfra.Model;

namespace Unit.Model.Stores;

public sealed class Requests_to_stores
{
    private const string Account = "0123456789abcdef0123456789abcdef";

    private static readonly BucketCredentials Keys = new() { AccessKey = "id", SecretKey = "c2VjcmV0" };

    // Kind, host that is connected to, named in Host, SNI and certificate, and what stands before the key.
    public static TheoryData<string, StoreArguments, string, string> Places => new()
    {
        { "s3", new() { Name = "s", Bucket = "my-site", Region = "eu-central-1" }, "my-site.s3.eu-central-1.amazonaws.com", "" },
        { "s3", new() { Name = "s", Bucket = "my.site", Region = "eu-central-1" }, "s3.eu-central-1.amazonaws.com", "/my.site" },
        { "s3", new() { Name = "s", Bucket = "MySite", Region = "us-east-1" }, "s3.us-east-1.amazonaws.com", "/MySite" },
        { "s3", new() { Name = "s", Bucket = "my-site", Region = "cn-north-1", DualStack = true }, "my-site.s3.dualstack.cn-north-1.amazonaws.com.cn", "" },
        { "s3", new() { Name = "s", Bucket = "my-site", Region = "us-gov-west-1", Fips = true }, "my-site.s3-fips.us-gov-west-1.amazonaws.com", "" },
        { "s3", new() { Name = "s", Bucket = "my-site", Region = "eusc-de-east-1" }, "my-site.s3.eusc-de-east-1.amazonaws.eu", "" },
        { "s3", new() { Name = "s", Bucket = "my-site", Region = "eu-west-1", Folder = "/www/ü" }, "my-site.s3.eu-west-1.amazonaws.com", "/www/%C3%BC" },
        { "gcs", new() { Name = "s", Bucket = "my-site" }, "my-site.storage.googleapis.com", "" },
        { "gcs", new() { Name = "s", Bucket = "my_site.example" }, "storage.googleapis.com", "/my_site.example" },
        { "azure", new() { Name = "s", Account = "myaccount", Container = "$web" }, "myaccount.blob.core.windows.net", "/%24web" },
        { "azure", new() { Name = "s", Account = "mine", Container = "site", Endpoint = "mine.blob.core.chinacloudapi.cn" }, "mine.blob.core.chinacloudapi.cn", "/site" },
        { "b2", new() { Name = "s", Bucket = "my-site", Region = "us-west-004" }, "my-site.s3.us-west-004.backblazeb2.com", "" },
        { "b2", new() { Name = "s", Bucket = "My-Site", Region = "us-west-004" }, "s3.us-west-004.backblazeb2.com", "/My-Site" },
        { "b2", new() { Name = "s", Bucket = "My-Site", Mode = "native", Cluster = "f004" }, "f004.backblazeb2.com", "/file/My-Site" },
        { "oss", new() { Name = "s", Bucket = "my-site", Region = "oss-cn-hangzhou" }, "my-site.oss-cn-hangzhou.aliyuncs.com", "" },
        { "oss", new() { Name = "s", Bucket = "my-site", Region = "cn-hangzhou", CustomDomain = "cdn.example.com" }, "cdn.example.com", "" },
        { "oss", new() { Name = "s", Bucket = "my-site", Region = "cn-hangzhou", Endpoint = "oss-accelerate.aliyuncs.com" }, "oss-accelerate.aliyuncs.com", "" },
        { "spaces", new() { Name = "s", Bucket = "my-site", Region = "fra1" }, "my-site.fra1.digitaloceanspaces.com", "" },
        { "wasabi", new() { Name = "s", Bucket = "my-site", Region = "us-east-1" }, "my-site.s3.us-east-1.wasabisys.com", "" },
        { "wasabi", new() { Name = "s", Bucket = "my.site", Region = "us-east-1" }, "s3.us-east-1.wasabisys.com", "/my.site" },
        { "r2", new() { Name = "s", Bucket = "my-site", Account = Account, Credentials = Keys }, $"{Account}.r2.cloudflarestorage.com", "/my-site" },
        { "r2", new() { Name = "s", Bucket = "my-site", Account = Account, Jurisdiction = "eu", Credentials = Keys }, $"{Account}.eu.r2.cloudflarestorage.com", "/my-site" },
        { "r2", new() { Name = "s", Bucket = "my-site", Account = Account, CustomDomain = "pub-1.r2.dev" }, "pub-1.r2.dev", "" },
        { "linode", new() { Name = "s", Bucket = "my-site", Cluster = "eu-central-1" }, "my-site.eu-central-1.linodeobjects.com", "" },
        { "heroku", new() { Name = "s", App = "my-app" }, "my-app.herokuapp.com", "" },
        { "heroku", new() { Name = "s", App = "my-app-0123456789ab.herokuapp.com" }, "my-app-0123456789ab.herokuapp.com", "" },
        { "compatible", new() { Name = "s", Bucket = "my-site", Endpoint = "minio.example" }, "minio.example", "/my-site" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Go_to_one_name_that_the_certificate_covers(string kind, StoreArguments given, string host, string prefix)
    {
        var backend = Expanded(kind, given);
        var named = kind == "oss" && given.Endpoint is not null ? $"my-site.{host}" : host;

        Assert.Equal((host, 443, true), (backend.Address, backend.Port, backend.UseSsl));
        Assert.Equal((named, named, named), (backend.OverrideHost, backend.SslSniHostname, backend.SslCertHostname));
        Assert.Equal(prefix, backend.Policy!.PathPrefix ?? "");
    }

    [Theory]
    [InlineData("/", "/index.html")]
    [InlineData("/docs/", "/docs/index.html")]
    [InlineData("/ü", "/%C3%BC")]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/a+b", "/a%2Bb")]
    [InlineData("/a%2Fb", "/a%2Fb")]
    [InlineData("//x", "//x")]
    [InlineData("/a?acl", "/a")]
    [InlineData("/...", "/...")]
    [InlineData("/../x", null)]
    [InlineData("/%2e%2e/x", null)]
    [InlineData("/a%2f..%2Fx", null)]
    public void Ask_for_the_key_in_one_spelling(string target, string? line) => Assert.All(Places.Select(row => ((string)row[0], (StoreArguments)row[1])), place =>
    {
        var (kind, given) = place;
        var policy = Expanded(kind, given).Policy!;
        Assert.True(WirePath.TryRead(target, out var path, out _));
        var isAsked = WirePath.TryForOrigin(path, policy.PathPrefix, policy.DirectoryIndex, out var wire, out _);
        var expected = line ?? (policy.PathPrefix is null ? path : null);

        Assert.Equal(expected is not null, isAsked);
        Assert.Equal(expected is null ? "" : policy.PathPrefix + (kind == "heroku" && target.EndsWith('/') ? path : expected), wire);
    });

    [Fact]
    public void Take_keys_of_1024_bytes()
    {
        var policy = Expanded("b2", new() { Name = "s", Bucket = "My-Site", Mode = "native", Cluster = "f004" }).Policy!;
        Assert.True(WirePath.TryRead("/" + new string('ü', 512), out var path, out _));
        Assert.True(WirePath.TryForOrigin(path, policy.PathPrefix, policy.DirectoryIndex, out var wire, out _));
        Assert.Equal("/file/My-Site/" + string.Concat(Enumerable.Repeat("%C3%BC", 512)), wire);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9000", "127.0.0.1", 9000, false, "127.0.0.1:9000", "/my-site")]
    [InlineData("https://[::1]:9443/", "::1", 9443, true, "[::1]:9443", "/my-site")]
    [InlineData("minio.example", "minio.example", 443, true, "minio.example", "/my-site")]
    [InlineData("http://my-site.localhost:81", "my-site.localhost", 81, false, "my-site.localhost:81", "")]
    public void May_go_to_an_endpoint_instead(string endpoint, string address, int port, bool tls, string host, string prefix) =>
        Assert.All(new[] { "s3", "wasabi", "spaces", "compatible" }, kind =>
        {
            var region = kind == "spaces" ? "fra1" : "us-east-1";
            var backend = Expanded(kind, new() { Name = "s", Bucket = "my-site", Region = region, Endpoint = endpoint });

            Assert.Equal((address, port, tls, host), (backend.Address, backend.Port, backend.UseSsl, backend.OverrideHost));
            Assert.Equal(prefix, backend.Policy!.PathPrefix ?? "");
        });

    [Fact]
    public void Name_the_account_twice_at_an_emulator_of_azure() => Assert.Equal("/devacct/site", Expanded(
        "azure", new() { Name = "s", Account = "devacct", Container = "site", Endpoint = "http://127.0.0.1:10000" }).Policy!.PathPrefix);

    private static Backend Expanded(string kind, StoreArguments given)
    {
        var expansion = StorePreset.Expand(kind, given);
        Assert.Empty(expansion.Failures);
        return expansion.Backend!;
    }
}
