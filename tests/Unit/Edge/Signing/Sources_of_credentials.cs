using EdgeInfra.Edge.Signing;
using EdgeInfra.Edge.Signing.Credentials;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Signing;

public sealed class Sources_of_credentials
{
    private const string Role = """
        {"Code":"Success","AccessKeyId":"ASIA1","SecretAccessKey":"s3cret","Token":"tok","Expiration":"2026-01-01T06:00:00Z"}
        """;

    private readonly ManualTime _time = new();
    private readonly MetadataScript _script = new();
    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public async Task Given_are_those_of_the_declaration()
    {
        var got = await Get(new RequestSigning { AccessKey = "AKIA", SecretKey = "secret", Token = "token" });

        Assert.Equal(("AKIA", "secret", "token"), (got.AccessKey, got.SecretKey, got.Token));
        Assert.Equal("secretKey is not set", (await Refused(new RequestSigning { AccessKey = "AKIA" })).Message);
    }

    [Theory]
    [InlineData("aws-v4", null, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")]
    [InlineData("aws-v4", "SITE", "SITE_ACCESS_KEY_ID", "SITE_SECRET_ACCESS_KEY", "SITE_SESSION_TOKEN")]
    [InlineData("aws-v4", "SITE_", "SITE_ACCESS_KEY_ID", "SITE_SECRET_ACCESS_KEY", "SITE_SESSION_TOKEN")]
    [InlineData("google-v4", null, "GOOG_ACCESS_KEY_ID", "GOOG_SECRET_ACCESS_KEY", "GOOG_SESSION_TOKEN")]
    [InlineData("azure-shared-key", null, "AZURE_STORAGE_ACCOUNT", "AZURE_STORAGE_KEY", "AZURE_STORAGE_SAS_TOKEN")]
    [InlineData("oss-v4", null, "OSS_ACCESS_KEY_ID", "OSS_ACCESS_KEY_SECRET", "OSS_SESSION_TOKEN")]
    public async Task Of_the_environment_have_the_names_that_the_stores_tools_use(
        string scheme, string? prefix, string key, string secret, string token)
    {
        var signing = new RequestSigning { Scheme = scheme, Credentials = "environment", CredentialsName = prefix };
        (_environment[key], _environment[token]) = ("id", "token");
        Assert.Contains(secret, (await Refused(signing)).Message, StringComparison.Ordinal);

        _environment[secret] = "c2VjcmV0";
        var got = await Get(signing);

        Assert.Equal(("id", "c2VjcmV0", "token"), (got.AccessKey, got.SecretKey, got.Token));
    }

    [Fact]
    public async Task Of_a_file_are_those_of_the_profile_and_follow_its_changes()
    {
        using var folder = new TempFolder();
        var file = folder.At("credentials");
        await File.WriteAllTextAsync(
            file,
            "[default]\naws_access_key_id = one\naws_secret_access_key=a=b\n[other]\naws_access_key_id=two\n# end\naws_secret_access_key = c\n");
        var source = Source(new RequestSigning { Credentials = "file", CredentialsName = file });

        var first = await source.Get(default);
        Assert.Equal(("one", "a=b"), (first.AccessKey, first.SecretKey));
        Assert.Same(first, await source.Get(default));
        Assert.Equal("two", (await Get(new RequestSigning { Credentials = "file", CredentialsName = file + "#other" })).AccessKey);

        await File.WriteAllTextAsync(file, "[default]\naws_access_key_id = three\naws_secret_access_key=longer than before\n");
        Assert.Equal("three", (await source.Get(default)).AccessKey);
        await File.WriteAllTextAsync(file, "[default]\naws_access_key_id = four\n");
        var half = await Assert.ThrowsAsync<CredentialException>(() => source.Get(default));
        Assert.Contains("aws_secret_access_key", half.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_file_that_is_missing_name_it()
    {
        _environment["HOME"] = "/nowhere";

        Assert.Contains("/nowhere/.aws/credentials", (await Refused(new RequestSigning { Credentials = "file" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_machine_at_AWS_need_a_token_of_the_metadata_service_first()
    {
        _script.On("PUT http://169.254.169.254/latest/api/token", request =>
            MetadataScript.Header(request, "X-aws-ec2-metadata-token-ttl-seconds") == "21600" ? "imds" : null);
        _script.On("GET http://169.254.169.254/latest/meta-data/iam/security-credentials/", WithToken("web-role"));
        _script.On("GET http://169.254.169.254/latest/meta-data/iam/security-credentials/web-role", WithToken(Role));

        var got = await Get(new RequestSigning { Credentials = "metadata" });

        Assert.Equal(("ASIA1", "s3cret", "tok"), (got.AccessKey, got.SecretKey, got.Token));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 6, 0, 0, TimeSpan.Zero), got.Expires);
    }

    [Theory]
    [InlineData("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/1", "http://169.254.170.2/v2/credentials/1")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials", "http://169.254.170.23/v1/credentials")]
    public async Task Of_a_container_come_from_the_address_the_platform_names_with_the_token_of_its_file(
        string variable, string value, string address)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.At("token"), "pod-token\n");
        (_environment[variable], _environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"]) = (value, folder.At("token"));
        _script.On($"GET {address}", request => MetadataScript.Header(request, "Authorization") == "pod-token" ? Role : null);

        Assert.Equal("ASIA1", (await Get(new RequestSigning { Credentials = "metadata" })).AccessKey);
    }

    [Fact]
    public async Task Of_a_container_are_not_asked_of_strangers()
    {
        _environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://evil.example/credentials";

        Assert.Contains("evil.example", (await Refused(new RequestSigning { Credentials = "metadata" })).Message, StringComparison.Ordinal);
        Assert.Empty(_script.Asked);
    }

    [Fact]
    public async Task Of_a_pod_with_a_web_identity_come_from_the_region_s_token_service()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.At("token"), "jwt");
        (_environment["AWS_WEB_IDENTITY_TOKEN_FILE"], _environment["AWS_ROLE_ARN"]) = (folder.At("token"), "arn:aws:iam::1:role/edge");
        _script.On("GET https://sts.eu-west-1.amazonaws.com/", request =>
            request.RequestUri!.Query.Contains("WebIdentityToken=jwt", StringComparison.Ordinal) && request.RequestUri.Query.Contains("RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fedge", StringComparison.Ordinal)
            ? """
              <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>
              <AccessKeyId>ASIA2</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>t</SessionToken>
              <Expiration>2026-01-01T01:00:00Z</Expiration>
              </Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
              """
            : null);

        var got = await Get(new RequestSigning { Credentials = "metadata", Region = "eu-west-1" });

        Assert.Equal(("ASIA2", "t"), (got.AccessKey, got.Token));
    }

    [Fact]
    public async Task Of_a_machine_at_Alibaba_are_its_RAM_role_s()
    {
        _script.On("PUT http://100.100.100.200/latest/api/token", _ => "t");
        _script.On("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/", _ => "role");
        _script.On("GET http://100.100.100.200/latest/meta-data/ram/security-credentials/role", _ =>
            """{"Code":"Success","AccessKeyId":"STS.1","AccessKeySecret":"x","SecurityToken":"t","Expiration":"2026-01-01T06:00:00Z"}""");

        Assert.Equal("STS.1", (await Get(new RequestSigning { Scheme = "oss-v4", Credentials = "metadata" })).AccessKey);
    }

    [Theory]
    [InlineData("google-v4", "HMAC")]
    [InlineData("azure-shared-key", "azure-shared-key")]
    public async Task Of_a_machine_are_refused_where_no_platform_has_them(string scheme, string told) => Assert.Contains(
        told, (await Refused(new RequestSigning { Scheme = scheme, Credentials = "metadata" })).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Are_not_waited_for_for_ever()
    {
        _script.On("PUT http://169.254.169.254/latest/api/token", new TaskCompletionSource<string>().Task);
        var asking = Refused(new RequestSigning { Credentials = "metadata" });

        await _time.AdvanceUntil(asking, TimeSpan.FromSeconds(1));

        Assert.Contains("does not answer within 5 s", (await asking).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_B2_are_a_token_that_only_downloads_where_the_key_may_share()
    {
        OnB2("""{"capabilities":["listBuckets","readFiles","shareFiles"],"bucketId":null,"bucketName":null}""");
        _script.On("GET https://api001.example/b2api/v2/b2_list_buckets", _ => """{"buckets":[{"bucketId":"b1","bucketName":"www"}]}""");
        _script.On("GET https://api001.example/b2api/v2/b2_get_download_authorization", request =>
            MetadataScript.Header(request, "Authorization") == "account-token"
            && request.RequestUri!.Query.StartsWith("?bucketId=b1&fileNamePrefix=&", StringComparison.Ordinal)
                ? """{"authorizationToken":"download-token"}""" : null);

        var got = await Get(B2());

        Assert.Equal(("download-token", _time.GetUtcNow().AddDays(1)), (got.Token, got.Expires));
    }

    [Fact]
    public async Task For_B2_are_the_account_s_token_where_the_key_may_not_share()
    {
        OnB2("""{"capabilities":["readFiles"],"bucketId":"b1","bucketName":"www"}""");

        Assert.Equal("account-token", (await Get(B2())).Token);
    }

    [Fact]
    public async Task For_B2_are_refused_when_the_key_is_for_another_bucket()
    {
        OnB2("""{"capabilities":["readFiles","shareFiles"],"bucketId":"b2","bucketName":"other"}""");

        Assert.Contains("other", (await Refused(B2())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_what_no_header_holds_are_refused()
    {
        Assert.Contains("header", (await Refused(new RequestSigning { AccessKey = "a\r\nb", SecretKey = "x" })).Message, StringComparison.Ordinal);
        var azure = new RequestSigning { Scheme = "azure-shared-key", AccessKey = "a", SecretKey = "!" };
        Assert.Contains("Base64", (await Refused(azure)).Message, StringComparison.Ordinal);
    }

    private void OnB2(string allowed) => _script.On("GET https://api.backblazeb2.com/b2api/v2/b2_authorize_account", request =>
        MetadataScript.Header(request, "Authorization") == "Basic a2V5OmFwcC1rZXk="
            ? $$"""{"accountId":"a1","authorizationToken":"account-token","apiUrl":"https://api001.example","allowed":{{allowed}}}""" : null);

    private static RequestSigning B2() => new() { Scheme = "b2-token", AccessKey = "key", SecretKey = "app-key", Bucket = "www" };

    private static Func<HttpRequestMessage, string?> WithToken(string answer) =>
        request => MetadataScript.Header(request, "X-aws-ec2-metadata-token") == "imds" ? answer : null;

    private ICredentialSource Source(RequestSigning signing) =>
        CredentialSources.For(signing, new SigningPlatform(_environment.GetValueOrDefault, _script.Client, _time, static _ => { }));

    private Task<StoreCredentials> Get(RequestSigning signing) => Source(signing).Get(default);

    private async Task<CredentialException> Refused(RequestSigning signing) =>
        await Assert.ThrowsAsync<CredentialException>(async () => await Source(signing).Get(default));
}
