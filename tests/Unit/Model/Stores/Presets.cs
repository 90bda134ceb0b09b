using EdgeInfra.Model;

namespace Unit.Model.Stores;

public sealed class Presets
{
    private static readonly StoreArguments Plain = new() { Name = "site", Bucket = "my-site", Region = "eu-central-1" };

    private static readonly BucketCredentials Keys = new() { AccessKey = "id", SecretKey = "c2VjcmV0" };

    [Fact]
    public void Make_a_whole_origin_of_one_line()
    {
        var expansion = StorePreset.Expand("s3", Plain);
        var policy = expansion.Backend!.Policy!;

        Assert.Equal(("s3", "index.html", true, "drop"), (policy.Store, policy.DirectoryIndex, policy.DirectoryRedirect, policy.Query));
        Assert.Equal<IEnumerable<string>>(["GET", "HEAD"], policy.Methods);
        Assert.Equal<IEnumerable<string>>(["404", "403 AccessDenied"], policy.Missing);
        Assert.Contains("x-amz-*", policy.StripResponseHeaders);
        Assert.Null(policy.Signing);
        Assert.Equal("site", expansion.Backend.Healthcheck);
        Assert.Empty(expansion.Warnings);
    }

    [Fact]
    public void Hold_in_a_version() => Assert.All(
        new[] { Target.Runtime, Target.Fastly }, target =>
        {
            var expansion = StorePreset.Expand("s3", Plain with { Credentials = Keys, ErrorPage = "/404.html" }, target);
            var version = new ServiceVersion
            {
                Domains = [new() { Name = "www.example.com" }], Backends = [expansion.Backend!], Healthchecks = [expansion.Healthcheck!],
            };
            Assert.DoesNotContain(VersionRules.Check(version, target), problem => problem.Severity == Severity.Error);
        });

    [Theory]
    [InlineData(false, false, 403)]
    [InlineData(true, false, 200)]
    [InlineData(false, true, 403)]
    public void Probe_what_an_unsigned_request_gets(bool listable, bool isPrivate, int status)
    {
        var check = StorePreset.Expand("s3", Plain with { Listable = listable, Credentials = isPrivate ? Keys : null }).Healthcheck!;

        Assert.Equal(("HEAD", "/", "my-site.s3.eu-central-1.amazonaws.com", status), (check.Method, check.Path, check.Host, check.ExpectedResponse));
    }

    [Theory]
    [InlineData("s3", null, "aws-v4", "eu-central-1", null)]
    [InlineData("oss", "oss-v1", "oss-v1", null, "my-site")]
    [InlineData("oss", null, "oss-v4", "eu-central-1", "my-site")]
    [InlineData("spaces", null, "aws-v4", "eu-central-1", null)]
    public void Sign_as_the_store_wants(string kind, string? scheme, string expected, string? region, string? bucket)
    {
        var signing = StorePreset.Expand(kind, Plain with { Credentials = Keys with { Scheme = scheme } }).Backend!.Policy!.Signing!;

        Assert.Equal((expected, region, bucket), (signing.Scheme, signing.Region, signing.Bucket));
    }

    [Fact]
    public void Sign_for_azure_with_the_account_or_with_a_signature_that_was_given()
    {
        var given = new StoreArguments { Name = "s", Account = "mine", Container = "site" };
        var key = StorePreset.Expand("azure", given with { Credentials = new() { SecretKey = "c2VjcmV0" } }).Backend!.Policy!.Signing!;
        var sas = StorePreset.Expand("azure", given with { Credentials = new() { Token = "sv=2020-12-06&se=2030-01-01&sr=c&sp=r&sig=a%3D" } });

        Assert.Equal(("azure-shared-key", "mine"), (key.Scheme, key.AccessKey));
        Assert.Equal("azure-sas", sas.Backend!.Policy!.Signing!.Scheme);
    }

    [Fact]
    public void Tell_all_that_is_wrong_at_once()
    {
        var failures = StorePreset.Expand("s3", new()
        {
            Name = "s", Bucket = "my site", Account = "mine", IndexDocument = "", DirectoryRedirect = true, ErrorPage = "404.html",
            SinglePage = "/../app.html", Credentials = new() { Scheme = "aws-v5" },
        }).Failures;

        Assert.Equal(
            ["account", "bucket", "credentials.scheme", "directoryRedirect", "errorPage", "region", "singlePage"],
            failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
        Assert.Contains("Did you mean \"aws-v4\"?", failures.Single(failure => failure.Property == "credentials.scheme").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_the_users_argument_for_what_a_policy_lacks() => Assert.Equal(
        ["credentials.accessKey", "credentials.secretKey"],
        StorePreset.Expand("s3", Plain with { Credentials = new() }).Failures.Select(failure => failure.Property));

    [Fact]
    public void Warn_of_regions_they_do_not_know_and_take_them()
    {
        var expansion = StorePreset.Expand("s3", Plain with { Region = "eu-centrall-1" });

        Assert.Equal("my-site.s3.eu-centrall-1.amazonaws.com", expansion.Backend!.Address);
        Assert.Contains("Did you mean \"eu-central-1\"?", Assert.Single(expansion.Warnings).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s4", null, "store")]
    [InlineData("s3", "native", "mode")]
    [InlineData("gcs", "s3", "mode")]
    public void Refuse_what_is_not_in_the_table(string kind, string? mode, string property) =>
        Assert.Equal(property, Assert.Single(StorePreset.Expand(kind, Plain with { Mode = mode }).Failures).Property);

    [Theory]
    [InlineData("https://minio.example/x")]
    [InlineData("https://user:secret@minio.example")]
    [InlineData("minio.example:")]
    [InlineData("minio.example:70000")]
    [InlineData("ftp://minio.example")]
    [InlineData("minio\r\nexample")]
    public void Refuse_endpoints_that_are_none(string endpoint) =>
        Assert.Equal("endpoint", StorePreset.Expand("s3", Plain with { Endpoint = endpoint }).Failures[0].Property);

    [Fact]
    public void Refuse_a_name_that_no_certificate_covers_where_path_style_is_forbidden() =>
        Assert.Equal("pathStyle", Assert.Single(StorePreset.Expand("s3", Plain with { Bucket = "my.site", PathStyle = false }).Failures).Property);

    [Fact]
    public void Refuse_an_address_where_the_bucket_is_told_by_the_name() =>
        Assert.Equal("endpoint", Assert.Single(StorePreset.Expand("oss", Plain with { Endpoint = "http://127.0.0.1:9000" }).Failures).Property);

    [Fact]
    public void Need_credentials_where_nobody_is_served_without() => Assert.Equal("credentials", Assert.Single(StorePreset.Expand(
        "r2", new() { Name = "s", Bucket = "my-site", Account = new string('0', 32) }).Failures).Property);

    [Fact]
    public void Use_the_website_endpoint_only_when_told()
    {
        var backend = StorePreset.Expand("s3", Plain with { Mode = "website" }).Backend!;

        Assert.Equal(("my-site.s3-website.eu-central-1.amazonaws.com", 80, false), (backend.Address, backend.Port, backend.UseSsl));
        Assert.Null(backend.Policy!.DirectoryIndex);
    }

    [Fact]
    public void Have_rows_whose_arguments_exist() => Assert.All(EdgeInfra.Model.Stores.All, store =>
        Assert.All([.. store.Needs, .. store.Takes, .. store.Names.Select(name => name.Argument)], name => Assert.Contains(
            typeof(StoreArguments).GetProperties(), property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))));
}
