using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Kit;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>Client keys: the definition of a backend holds a digest, its credentials the key, and a version puts the two together.</summary>
public sealed class Secrets : OverAService
{
    private readonly (string Certificate, string Key) _client;
    private readonly (string Certificate, string Key) _other;

    public Secrets()
    {
        using var certificates = new Certificates();
        (_client, _other) = (certificates.ClientPem("one"), certificates.ClientPem("two"));
    }

    [Fact]
    public async Task Leave_a_definition_as_digests_that_do_not_change_from_one_preview_to_the_next()
    {
        var inputs = await Provider.Checked("Backend", "api", Backend(_client.Key));

        var (_, planned) = await Provider.Create("Backend", "api", inputs, preview: true);
        var (_, made) = await Provider.Create("Backend", "api", inputs);
        var (_, _, read) = await Provider.Read("Backend", "api", "api", inputs, made);

        Assert.False(made["definition"].HasSecret());
        Assert.StartsWith("digest:", Text(((V.Map)made["definition"]).Items["sslClientKey"]), StringComparison.Ordinal);
        Assert.Equal(new V.Secret(_client.Key), ((V.Map)((V.Secret)made["credentials"]).Inner).Items["sslClientKey"]);
        Assert.Equal(new V.Secret(_client.Key), made["sslClientKey"]);
        Assert.Equal(planned, made);
        Assert.Equal(made, read);
    }

    [Fact]
    public async Task Have_another_digest_in_another_place_and_for_another_value()
    {
        var digests = new List<string>();
        foreach (var (name, key) in new[] { ("api", _client.Key), ("web", _client.Key), ("api", _other.Key) })
        {
            digests.Add(Text(((V.Map)(await Declared(Backend(key, name)))["definition"]).Items["sslClientKey"]));
        }

        Assert.Equal(3, digests.Distinct().Count());
    }

    [Fact]
    public async Task Are_not_known_while_they_are_not_known()
    {
        var inputs = await Provider.Checked("Backend", "api", Backend(_client.Key).With("sslClientKey", new V.Secret(V.Unknown.Instance)));

        var (_, planned) = await Provider.Create("Backend", "api", inputs, preview: true);

        Assert.IsType<V.Unknown>(((V.Map)planned["definition"]).Items["sslClientKey"]);
        await Provider.Checked("ServiceVersion", "live", Manifest(planned));
    }

    [Fact]
    public async Task Are_put_into_place_by_the_version_which_sends_the_key_and_shows_only_the_digest()
    {
        var backend = await Declared(Backend(_client.Key));
        var inputs = await Checked(Manifest(backend));

        var (_, planned) = await Provider.Create("ServiceVersion", "live", inputs, preview: true);
        var (_, made) = await Provider.Create("ServiceVersion", "live", inputs);

        Assert.Equal(_client.Key, Assert.Single(Control.Active(Id)!.Backends).SslClientKey);
        Assert.Equal(new V.List(backend["definition"]), made["backends"]);
        Assert.False(((V)made).HasSecret());
        Assert.Equal(planned, made);
        Assert.Equal(inputs, await Checked(inputs));
        Assert.False(inputs.ContainsKey("credentials"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_written_in_place_too_whether_the_program_marks_them_or_not(bool marked)
    {
        var written = Backend(_client.Key).With("name", "api").With("sslClientKey", marked ? new V.Secret(_client.Key) : _client.Key);
        var inputs = await Checked(Given.Manifest(Id, written));

        var (_, made) = await Provider.Create("ServiceVersion", "live", inputs);

        Assert.Equal(new V.Secret(_client.Key), Item(inputs)["sslClientKey"]);
        Assert.Equal(_client.Key, Assert.Single(Control.Active(Id)!.Backends).SslClientKey);
        Assert.Equal(Item((await Declared(Backend(_client.Key))), "definition")["sslClientKey"], Item(made)["sslClientKey"]);
    }

    [Fact]
    public async Task Are_missed_by_name()
    {
        var backend = await Declared(Backend(_client.Key));
        var other = await Declared(Backend(_other.Key));

        foreach (var wrong in new V[] { new V.List([]), new V.List(other["credentials"]), new V.List([V.None]) })
        {
            var failure = Assert.Single((await Provider.Check("ServiceVersion", "live", Manifest(backend).With("credentials", wrong))).Failures);

            Assert.Equal("backends[0].sslClientKey", failure.Property);
            Assert.StartsWith("backends[\"api\"].sslClientKey is the digest of a secret", failure.Reason, StringComparison.Ordinal);
        }

        Assert.Single((await Provider.Check("ServiceVersion", "live", Manifest(backend).Without("credentials"))).Failures);
        Assert.Equal("credentials", (await Provider.Check("ServiceVersion", "live", Manifest(backend).With("credentials", "x"))).Failures[0].Property);
        Assert.Empty((await Provider.Check("ServiceVersion", "live", Manifest(backend).With("credentials", new V.List(Given.Later)))).Failures);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_alone_in_one_place_and_make_one_version_whether_the_API_tells_them_or_not(bool told)
    {
        Control.TellsKeys = told;
        await Provider.Create("Service", "second", await Provider.Checked("Service", "second", PropertyMap.Empty));
        const string Second = "service2";
        var olds = await Checked(Manifest(await Declared(Backend(_client.Key))).With("serviceId", Second));
        var (_, first) = await Provider.Create("ServiceVersion", "live", olds);
        var (_, read, state) = await Provider.Read("ServiceVersion", "live", Second, olds, first);
        Assert.Equal(olds, read);
        Assert.Equal(first, state);
        Control.TakeWrites();
        Assert.Equal(first, await Provider.Update("ServiceVersion", "live", Second, first, olds, olds));
        Assert.Empty(Control.TakeWrites());

        // The same certificate may well have a new key in name only: that is the API's to judge, ours to send.
        var news = olds.With("backends", new V.List(Item(olds).With("sslClientKey", new V.Secret(_client.Key + "\n"))));
        var changes = await Provider.Changes("ServiceVersion", "live", olds, news, first);
        var second = await Provider.Update("ServiceVersion", "live", Second, first, olds, news);

        Assert.Equal(["backends[0].sslClientKey Update"], changes);
        Assert.Single(Control.TakeWrites(), call => call.EndsWith("/activate", StringComparison.Ordinal));
        Assert.Equal(new V.Number(2), second["number"]);
        Assert.Equal(_client.Key + "\n", Assert.Single(Control.Active(Second)!.Backends).SslClientKey);
    }

    [Fact]
    public async Task Show_drift_where_the_API_tells_them()
    {
        var inputs = await Checked(Manifest(await Declared(Backend(_client.Key))));
        var (_, made) = await Provider.Create("ServiceVersion", "live", inputs);
        Control.Drift(Id, version => version with
        {
            Backends = [version.Backends[0] with { SslClientCert = _other.Certificate, SslClientKey = _other.Key }],
        });

        var (_, read, state) = await Provider.Read("ServiceVersion", "live", Id, inputs, made);

        Assert.Equal(
            ["backends[0].sslClientCert Update", "backends[0].sslClientKey Update"], await Provider.Changes("ServiceVersion", "live", read, inputs, state));
        Assert.Equal(new V.Secret(_other.Key), Item(read)["sslClientKey"]);
        Assert.False(((V)state).HasSecret());
    }

    [Fact]
    public async Task Are_told_as_wrong_without_being_shown()
    {
        var mixed = Backend(_client.Key).With("sslClientKey", _other.Key);

        var answers = new[]
        {
            await Provider.Check("Backend", "api", mixed),
            await Provider.Check("Backend", "api", mixed.With("sslClientKey", new V.Secret(_other.Key))),
            await Provider.Check("Backend", "api", mixed.With("sslClientKey", Given.List(_other.Key))),
            await Provider.Check("ServiceVersion", "live", Given.Manifest(Id, mixed.With("name", "api"))),
        };

        Assert.All(answers, answer => Assert.EndsWith("sslClientKey", Assert.Single(answer.Failures).Property, StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.DoesNotContain(Marker(_other.Key), answer.Failures[0].Reason, StringComparison.Ordinal));
        Assert.Contains("is not the private key of sslClientCert", answers[1].Failures[0].Reason, StringComparison.Ordinal);
        Assert.Contains("is not the private key of sslClientCert", answers[3].Failures[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stay_out_of_what_the_API_is_quoted_with()
    {
        var inputs = await Checked(Manifest(await Declared(Backend(_client.Key))));
        Control.Refuse = call => call.EndsWith("/backend", StringComparison.Ordinal) ? (400, $"cannot read {_client.Key}") : null;

        var failure = await Assert.ThrowsAsync<RpcException>(() => Provider.Create("ServiceVersion", "live", inputs));

        Assert.DoesNotContain(Marker(_client.Key), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Among_the_items_of_a_dictionary_stay_marked()
    {
        var inputs = await Checked(Given.Manifest(Id, Given.Backend("api")).With("dictionaries", Given.List(
            Given.Map(("name", "tokens"), ("items", Given.Map(("a", new V.Secret("hush-hush")), ("b", "open")))))));

        var (_, made) = await Provider.Create("ServiceVersion", "live", inputs);
        var (_, read, state) = await Provider.Read("ServiceVersion", "live", Id, inputs, made);

        foreach (var map in new[] { inputs, made, read, state })
        {
            var items = (V.Map)Item(map, "dictionaries")["items"];
            Assert.Equal((new V.Secret("hush-hush"), new V.Text("open")), ((V.Secret)items.Items["a"], (V.Text)items.Items["b"]));
        }
    }

    private static string Marker(string key) => key.Split('\n')[1][..40];

    private static string Text(V value) => ((V.Text)value).Value;

    private static PropertyMap Item(PropertyMap map, string name = "backends") =>
        map[name] is V.List list ? ((V.Map)list.Items[0]).Items : ((V.Map)map[name]).Items;

    private static PropertyMap Manifest(PropertyMap backend) =>
        Given.Manifest(Id, backend["definition"]).With("credentials", new V.List(backend["credentials"]));

    private PropertyMap Backend(string key, string name = "api") => Given.Backend(
        name, ("port", 443), ("sslClientCert", key == _client.Key ? _client.Certificate : _other.Certificate), ("sslClientKey", key));

    private async Task<PropertyMap> Declared(PropertyMap backend) =>
        (await Provider.Create("Backend", "api", await Provider.Checked("Backend", "api", backend))).Outputs;

    private Task<PropertyMap> Checked(PropertyMap news) => Provider.Checked("ServiceVersion", "live", news);
}
