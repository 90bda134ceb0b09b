using System.Collections.Immutable;
using EdgeInfra;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Unit.Sdk;

public sealed class Declared_resources
{
    private static readonly TestOptions Real = new() { IsPreview = false };
    private readonly ProviderMocks _mocks = new();

    [Fact]
    public async Task Pass_their_definitions_on_as_they_are()
    {
        await Deployment.TestAsync(_mocks, Real, () =>
        {
            var alive = new Healthcheck("alive", new() { Host = "example.com", Path = "/healthz", HttpVersion = HttpVersion.Http11, Headers = { "A: b" } });
            var isApi = new Condition("is-api", new() { Type = ConditionType.Request, Statement = "req.url ~ \"^/api\"" });
            var api = new Backend("api", new() { Address = "example.com", Port = 443, Healthcheck = alive.Definition, RequestCondition = isApi.Definition });
            var web = new Backend(
                "web", new() { Address = "example.com", Healthcheck = "alive", MinTlsVersion = TlsVersion.Tls12 });
            _ = new ServiceVersion(
                "live", new ServiceVersionArgs { ServiceId = "id", Domains = { "www.example.com" } }.With(api, web));
        });

        var backends = (ImmutableArray<object>)_mocks.Inputs("live")["backends"];
        var (first, second) =
            ((IReadOnlyDictionary<string, object>)backends[0], (IReadOnlyDictionary<string, object>)backends[1]);
        Assert.Equal(["address", "healthcheck", "name", "port", "requestCondition"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(443d, first["port"]);
        var healthcheck = (IReadOnlyDictionary<string, object>)first["healthcheck"];
        Assert.Equal(["expectedResponses", "headers", "host", "httpVersion", "name", "path"], healthcheck.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("1.1", healthcheck["httpVersion"]);
        Assert.Equal("REQUEST", ((IReadOnlyDictionary<string, object>)first["requestCondition"])["type"]);
        Assert.Equal("alive", second["healthcheck"]);
        Assert.Equal("1.2", second["minTlsVersion"]);
    }

    [Fact]
    public async Task Pass_their_secrets_beside_their_definitions_which_stay_in_the_open()
    {
        await Deployment.TestAsync(_mocks, Real, async () =>
        {
            var api = new Backend("api", new() { Address = "example.com", SslClientCert = "cert", SslClientKey = "the-key" });
            var args = new ServiceVersionArgs { ServiceId = "id", Domains = { "www.example.com" } }.With(api);
            _ = new ServiceVersion("live", args);

            Assert.True(await Output.IsSecretAsync(api.Credentials));
            Assert.False(await Output.IsSecretAsync(api.Definition));
            Assert.False(await Output.IsSecretAsync(args.Backends.ToOutput()));
            Assert.True(await Output.IsSecretAsync(args.Credentials.ToOutput()));
        });

        var credentials = (IReadOnlyDictionary<string, object>)((ImmutableArray<object>)_mocks.Inputs("live")["credentials"])[0];
        Assert.Equal("the-key", credentials["sslClientKey"]);
    }

    [Fact]
    public async Task Hold_objects_with_lists_of_objects_which_their_definitions_pass_on()
    {
        await Deployment.TestAsync(_mocks, Real, async () =>
        {
            var site = new Backend("site", new()
            {
                Address = "example.com",
                Policy = new OriginPolicyArgs
                {
                    Store = OriginPolicyStore.S3,
                    PathPrefix = "/file/b",
                    ErrorPages = { new ErrorPageArgs { Statuses = { "404", "5xx" }, Path = Output.Create("/404.html") }, new ErrorPageArgs { Content = "gone" } },
                    Signing = new RequestSigningArgs { Scheme = RequestSigningScheme.AwsV4, Region = "auto" },
                    EdgeAuth = new EdgeAuthArgs { Form = EdgeAuthForm.Hmac, Secret = "the-secret" },
                },
            });
            _ = new ServiceVersion("live", new ServiceVersionArgs { ServiceId = "id", Domains = { "www.example.com" } }.With(site));
            Assert.False(await Output.IsSecretAsync(site.Definition));
        });

        var given = (IReadOnlyDictionary<string, object>)_mocks.Inputs("site")["policy"];
        Assert.Equal(["edgeAuth", "errorPages", "pathPrefix", "signing", "store"], given.Keys.Order(StringComparer.Ordinal));
        var passed = (IReadOnlyDictionary<string, object>)((IReadOnlyDictionary<string, object>)((ImmutableArray<object>)_mocks.Inputs("live")["backends"])[0])["policy"];
        var pages = (ImmutableArray<object>)passed["errorPages"];
        Assert.Equal(2, pages.Length);
        Assert.Equal("/404.html", ((IReadOnlyDictionary<string, object>)pages[0])["path"]);
        Assert.Equal("aws-v4", ((IReadOnlyDictionary<string, object>)passed["signing"])["scheme"]);
    }

    [Fact]
    public async Task Are_listed_each_in_its_own_list()
    {
        await Deployment.TestAsync(_mocks, Real, () =>
        {
            var alive = new Healthcheck("alive", new() { Host = "example.com", Path = "/" });
            var isApi = new Condition("is-api", new() { Type = ConditionType.Request, Statement = "true" });
            var api = new Backend("api", new() { Address = "example.com", Healthcheck = "alive" });
            _ = new ServiceVersion(
                "live", new ServiceVersionArgs { ServiceId = "id", Domains = { "www.example.com" } }.With(api, alive, isApi));
        });

        Assert.All(["backends", "healthchecks", "conditions"], list => Assert.Single(
            (ImmutableArray<object>)_mocks.Inputs("live")[list]));
    }

    [Fact]
    public async Task May_be_written_out_in_place()
    {
        await Deployment.TestAsync(_mocks, Real, () =>
        {
            _ = new ServiceVersion("live", new() { ServiceId = "id", Domains = { "a" }, Backends = { new BackendDefinition("api", "example.com", weight: 5) } });
        });

        var backend = (IReadOnlyDictionary<string, object>)((ImmutableArray<object>)_mocks.Inputs("live")["backends"])[0];
        Assert.Equal(["address", "name", "weight"], backend.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stand_beside_what_is_no_resource_and_is_written_in_place()
    {
        await Deployment.TestAsync(_mocks, Real, async () =>
        {
            var live = new ServiceVersion("live", new()
            {
                ServiceId = "id",
                Domains = { "www.example.com" },
                Backends = { new BackendDefinition("a", "example.com") },
                Headers = { new HeaderArgs { Name = "x", Action = HeaderAction.Set, Type = HeaderType.Response, Dst = "http.X", Src = Output.Create("\"y\"") } },
                Dictionaries = { new DictionaryArgs { Name = "routes", Items = { ["/a"] = "b", ["/c"] = Output.Create("d") } } },
                Acls = { new AclArgs { Name = "office", Entries = { new AclEntryArgs { Ip = "192.0.2.0", Subnet = 24 } } } },
                Directors = { new DirectorArgs { Name = "both", Type = DirectorType.Hash, Backends = { "a", "b" } } },
                Gzips = { new GzipArgs { Name = "all" } },
                Settings = new SettingsArgs { DefaultTtl = 60 },
            });
            var headers = await OutputUtilities.GetValueAsync(live.Headers);
            Assert.Equal(("x", HeaderAction.Set), (headers[0].Name, headers[0].Action));
            Assert.Equal("d", (await OutputUtilities.GetValueAsync(live.Dictionaries))[0].Items["/c"]);
            Assert.Equal(24, (await OutputUtilities.GetValueAsync(live.Acls))[0].Entries[0].Subnet);
            Assert.Equal(DirectorType.Hash, (await OutputUtilities.GetValueAsync(live.Directors))[0].Type);
            Assert.Equal(60, (await OutputUtilities.GetValueAsync(live.Settings))!.DefaultTtl);
        });

        var director = (IReadOnlyDictionary<string, object>)((ImmutableArray<object>)_mocks.Inputs("live")["directors"])[0];
        Assert.Equal(3d, director["type"]);
        var gzip = (IReadOnlyDictionary<string, object>)((ImmutableArray<object>)_mocks.Inputs("live")["gzips"])[0];
        Assert.Equal(["name"], gzip.Keys);
        Assert.False(_mocks.Inputs("live").ContainsKey("snippets"));
    }

    [Fact]
    public async Task Are_unknown_in_a_version_while_they_are_unknown()
    {
        await Deployment.TestAsync(_mocks, new TestOptions(), async () =>
        {
            var api = new Backend("api", new() { Address = OutputUtilities.CreateUnknown("") });
            var live = new ServiceVersion("live", new ServiceVersionArgs { ServiceId = "id", Domains = { "a" } }.With(api));
            Assert.True(await OutputUtilities.GetIsKnownAsync(live.Domains));
        });

        Assert.False(_mocks.Inputs("api").ContainsKey("address"));
    }

    [Fact]
    public async Task Take_the_key_of_their_provider_as_a_secret()
    {
        await Deployment.TestAsync(_mocks, Real, async () =>
        {
            var args = new ProviderArgs { Endpoint = "http://127.0.0.1:9901", ApiKey = "key" };
            Assert.True(await Output.IsSecretAsync(args.ApiKey!.ToOutput()));
            Assert.Null(new ProviderArgs { ApiKey = null }.ApiKey);
            _ = new EdgeInfra.Provider("edge", args);
        });

        Assert.Equal("http://127.0.0.1:9901", _mocks.Inputs("edge")["endpoint"]);
    }

    [Fact]
    public async Task Name_the_version_of_the_provider_they_were_made_for()
    {
        var resources = await Deployment.TestAsync(_mocks, Real, () => { _ = new Service("www"); });

        Assert.Equal("edgeinfra:index:Service", resources[1].GetResourceType());
    }
}
