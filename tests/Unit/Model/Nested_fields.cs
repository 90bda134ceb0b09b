using System.Text;
using System.Text.Json;
using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Nested_fields
{
    private static readonly Backend Signed = Samples.Backend() with { Policy = Samples.Policy() };

    [Fact]
    public void Are_checked_at_any_depth_all_at_once()
    {
        var policy = Samples.Policy() with
        {
            Store = "s4",
            ErrorPages = [new() { Statuses = ["404"] }, new() { Statuses = ["4x4"], Ttl = -1 }],
            Signing = new() { Region = "a\nb" },
        };
        Assert.Equal(
            ["port", "policy.store", "policy.errorPages[1].statuses", "policy.errorPages[1].ttl", "policy.signing.region"],
            Backend.Fields.Check(Signed with { Port = 0, Policy = policy }).Select(failure => failure.Property));
    }

    [Fact]
    public void Differ_where_they_do()
    {
        var policy = Signed.Policy!;
        Assert.Equal("policy.signing.region", Change(policy with { Signing = policy.Signing! with { Region = "auto" } }).Property);
        Assert.Equal("policy.errorPages[1].content", Change(policy with { ErrorPages = [policy.ErrorPages[0], new() { Content = "x" }] }).Property);
        Assert.Equal("policy.errorPages[1]", Change(policy with { ErrorPages = [policy.ErrorPages[0]] }).Property);
        Assert.Equal("policy.stripResponseHeaders", Change(policy with { StripResponseHeaders = ["x-amz-*"] }).Property);
        Assert.Empty(Backend.Fields.Diff(Signed, Signed with { Policy = Samples.Policy() }));
    }

    [Fact]
    public void That_are_secret_make_secret_whatever_comes_or_goes_with_them()
    {
        var policy = Signed.Policy!;
        var key = Change(policy with { Signing = policy.Signing! with { SecretKey = "other" } });
        Assert.Equal(("policy.signing.secretKey", true), (key.Property, key.Secret));
        Assert.True(Change(null).Secret);
        Assert.True(Change(policy with { Signing = null }).Secret);
        Assert.False(Assert.Single(Backend.Fields.Diff(Samples.Backend(), Samples.Backend() with { Policy = new() { PathPrefix = "/a" } })).Secret);
        Assert.True(Backend.Fields.Find("policy")!.HoldsSecret);
        Assert.False(OriginPolicy.Fields.Find("errorPages")!.HoldsSecret);
    }

    [Fact]
    public void That_are_secret_stay_out_of_logs_and_messages()
    {
        var told = string.Concat(Signed, Signed.Policy, Samples.Version(Signed), string.Concat(VersionRules.Check(Samples.Version(Signed))),
            string.Concat(Backend.Fields.Diff(Signed, Samples.Backend())), Read(new Dictionary<string, object?> { ["secretKey"] = new List<object?> { "sesame" } }),
            string.Concat(Backend.Fields.ReadValues(new Dictionary<string, object?> { ["policy"] = "sesame" }).Failures));
        Assert.DoesNotContain("sesame", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"open\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_every_part_that_has_secrets_leave_them_out_of_its_text() => Assert.All(FieldTables.Parts, part =>
    {
        var secrets = part.Where(field => field.Secret).ToDictionary(field => field.Name, field => (object?)$"sesame-{field.Name}");
        Assert.DoesNotContain("sesame", part.ReadValues(secrets).Record.ToString()!, StringComparison.Ordinal);
        Assert.NotEmpty(part.Summary!);
    });

    [Fact]
    public void Are_normalised_inside()
    {
        var normal = (Signed with { Policy = Signed.Policy! with { PathPrefix = "", ErrorPages = [new() { Path = "" }] } }).Normalise();
        Assert.Null(normal.Policy!.PathPrefix);
        Assert.Equal(new ErrorPage(), normal.Policy.ErrorPages[0]);
        Assert.Same(normal.Policy, normal.Normalise().Policy);
    }

    [Fact]
    public void Are_read_from_maps_and_lists_with_everything_wrong_told()
    {
        var failures = Read(
            new Dictionary<string, object?> { ["regoin"] = "auto", ["region"] = 7.0 },
            new List<object?> { new Dictionary<string, object?> { ["ttl"] = "x" }, "page", new Dictionary<string, object?> { ["status"] = 99.0 } });
        Assert.Equal(
            ["policy.signing.regoin", "policy.signing.region", "policy.errorPages[0].ttl", "policy.errorPages[1]", "policy.errorPages[2].status"],
            failures.Select(failure => failure.Property));
        Assert.Equal("is not a field of a signature. Did you mean \"region\"?", failures[0].Reason);
        Assert.Equal("is the text \"page\", but must be an object.", failures[3].Reason);
    }

    [Fact]
    public void Are_not_missed_while_they_are_unknown()
    {
        var values = new Dictionary<string, object?>
        {
            ["name"] = "a",
            ["address"] = "b",
            ["policy"] = new Dictionary<string, object?>
            {
                ["store"] = "s3", ["errorPages"] = new List<object?> { null, new Dictionary<string, object?> { ["statuses"] = null, ["path"] = "/x" } },
            },
        };
        var reading = Backend.Fields.ReadValues(values, new HashSet<string> { "policy.errorPages[0]", "policy.errorPages[1].statuses" });
        Assert.True(reading.Ok);
        Assert.Equal<ValueList<ErrorPage>>([new(), new() { Path = "/x" }], reading.Record.Policy!.ErrorPages);
    }

    [Fact]
    public void Are_json_on_the_wire_with_what_is_unset_left_out()
    {
        var form = Backend.Fields.ToForm(Samples.Backend(), Signed with { Policy = new() { PathPrefix = "/b", Missing = [], Ttl = [new() { Path = "*.html" }] } });
        var (name, text) = Assert.Single(form);
        Assert.Equal("policy", name);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(
            """{"path_prefix":"/b","directory_redirect":false,"ttl":[{"path":"*.html","ttl":0}],"missing":[]}""",
            JsonSerializer.Serialize(json.RootElement));
        Assert.Equal(("policy", ""), Backend.Fields.ToForm(Signed, Samples.Backend()).Select(pair => (pair.Key, pair.Value)).Single());
    }

    [Fact]
    public void Are_written_as_they_are_so_that_a_secret_in_them_can_be_found() => Assert.Contains(
        "a+b/c=é", Backend.Fields.ToForm(Samples.Backend() with { Policy = new() { Signing = new() { SecretKey = "a+b/c=é" } } })[^1].Value, StringComparison.Ordinal);

    [Fact]
    public void Are_objects_in_answers_and_come_back_from_them()
    {
        var normal = Signed.Normalise();
        using var json = JsonDocument.Parse(Json(normal));
        Assert.Equal("eu-central-1", json.RootElement.GetProperty("policy").GetProperty("signing").GetProperty("region").GetString());
        Assert.Equal(normal, Backend.Fields.ReadForm(WireForm.FromJson(json.RootElement)).Record);
        Assert.False(JsonDocument.Parse(Json(Samples.Backend())).RootElement.TryGetProperty("policy", out _));
    }

    [Theory]
    [InlineData("""{"pathprefix":"/a"}""", "policy.pathprefix", "is not a field of a policy. Did you mean \"path_prefix\"?")]
    [InlineData("""{"query":"pass","query":"drop"}""", "policy", "must be an object in JSON, with no name given twice.")]
    [InlineData("""{"signing":{"region":1}}""", "policy.signing.region", "is the number 1, but must be a text.")]
    [InlineData("[]", "policy", "is a list, but must be an object.")]
    [InlineData("{", "policy", "must be an object in JSON, with no name given twice.")]
    public void Of_a_form_are_taken_strictly(string text, string property, string reason)
    {
        var failure = Assert.Single(Backend.Fields.ApplyForm(Signed, [KeyValuePair.Create("policy", text)]).Failures);
        Assert.Equal((property, reason), (failure.Property, failure.Reason));
    }

    [Fact]
    public void Count_for_the_fingerprint_of_a_version()
    {
        string Of(OriginPolicy? policy) => Fingerprint.Of(Samples.Version(Samples.Backend() with { Policy = policy }));

        Assert.Equal(4, new[] { Of(null), Of(new()), Of(Samples.Policy()), Of(Samples.Policy() with { EdgeAuth = null }) }.Distinct().Count());
        Assert.Equal(Of(Samples.Policy()), Of(Samples.Policy() with { SinglePage = "" }));
    }

    [Theory]
    [InlineData("policy.errorPages[0].contentType", "policy.error_pages[0].content_type", "contentType")]
    [InlineData("policy.signing.secretKey", "policy.signing.secret_key", "secretKey")]
    [InlineData("policy.signing.other", "policy.signing.other", null)]
    [InlineData("maxConn", "max_conn", "maxConn")]
    public void Have_paths_in_both_words(string path, string onTheWire, string? field)
    {
        Assert.Equal(onTheWire, FieldPath.OnTheWire(Backend.Fields, path));
        Assert.Equal(field, FieldPath.Find(Backend.Fields, path)?.Name);
    }

    [Theory]
    [InlineData("policy.signing.region", true)]
    [InlineData("policy.signing", true)]
    [InlineData("policy.signingKey", false)]
    [InlineData("policy", false)]
    [InlineData("pages[0].ttl", true)]
    [InlineData("pages[1]", false)]
    public void Lie_within_those_above_them(string path, bool within)
    {
        var those = new HashSet<string> { "policy.signing", "pages[0]" };
        Assert.Equal(within, FieldPath.IsWithin(path, those));
        Assert.True(FieldPath.Holds("policy", those) && FieldPath.Holds("pages[0]", those) && !FieldPath.Holds("poli", those));
        Assert.Equal(["signing"], FieldPath.Below("policy", those));
    }

    [Fact]
    public void Break_the_rules_of_a_version_at_their_own_place() => Assert.Contains(
        VersionRules.Check(Samples.Version(Signed with { Policy = new() { Query = "keep" } })),
        problem => problem.Path == "backends[\"origin\"].policy.query" && problem.Code == "EDGE001");

    private static Change Change(OriginPolicy? policy) => Assert.Single(Backend.Fields.Diff(Signed, Signed with { Policy = policy }));

    private static ValueList<Failure> Read(object signing, object? pages = null) => Backend.Fields.ReadValues(new Dictionary<string, object?>
    {
        ["name"] = "a", ["address"] = "b",
        ["policy"] = new Dictionary<string, object?> { ["signing"] = signing, ["errorPages"] = pages },
    }).Failures;

    private static string Json(Backend backend)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Backend.Fields.WriteJson(writer, backend);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
