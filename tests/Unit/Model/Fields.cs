using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Fields
{
    public static TheoryData<ObjectKind> Kinds => [.. FieldTables.All.Select(table => table.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Survive_the_way_through_a_form_with_nothing_at_its_default(ObjectKind kind)
    {
        var table = FieldTables.Of(kind);
        var values = table.ToDictionary(field => field.Name, field => (object?)Samples.Unusual(field));
        var record = table.ReadValues(values).Record;
        Assert.All(table, field => Assert.Equal(values[field.Name], table.ValueOf(record, field)));

        var back = table.ReadForm(table.ToForm(record));
        Assert.True(back.Ok);
        Assert.Equal(table.Normalise(record), back.Record);
    }

    [Fact]
    public void Have_the_names_of_both_sides()
    {
        var field = Backend.Fields.Find("betweenBytesTimeout")!;
        Assert.Equal("between_bytes_timeout", field.WireName);
        Assert.Equal("prefer_ipv6", Backend.Fields.Find("preferIpv6")!.WireName);
        Assert.Equal(typeof(int), Backend.Fields.Find("keepaliveTime")!.Type);
        Assert.True(Backend.Fields.Find("useSsl")!.Optional);
        Assert.False(Backend.Fields.Find("comment")!.Optional);
        Assert.Equal(["name", "address"], Backend.Fields.Where(f => f.Required).Select(f => f.Name));
        Assert.Equal(["sslClientKey"], Backend.Fields.Where(f => f.Secret).Select(f => f.Name));
        Assert.Equal(ObjectKind.Healthcheck, Backend.Fields.Find("healthcheck")!.Reference);
    }

    [Fact]
    public void Are_checked_all_at_once()
    {
        var failures = Backend.Fields.Check(
            new() { Name = "", Address = "http://x", Port = 70_000, MinTlsVersion = "1.4", Weight = 0 });
        Assert.Equal(["name", "address", "port", "weight", "minTlsVersion"], failures.Select(failure => failure.Property));
        Assert.Equal("is 70000, but must be between 1 and 65535.", failures[2].Reason);
    }

    [Fact]
    public void Of_versions_refuse_nothing_for_not_being_built_yet() =>
        Assert.All(FieldTables.OfVersions, table => Assert.All(table, field => Assert.All(field.OneOf, choice => Assert.Null(choice.NotYet))));

    [Theory]
    [InlineData("REQUEST", true)]
    [InlineData("CACHE", true)]
    [InlineData("request", false)]
    public void Take_only_the_choices_there_are(string type, bool fine) =>
        Assert.Equal(fine, Condition.Fields.Check(Samples.Condition() with { Type = type }).Count == 0);

    [Theory]
    [InlineData("origin.example.com", true)]
    [InlineData("192.0.2.1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("localhost", true)]
    [InlineData("https://origin.example.com", false)]
    [InlineData("origin.example.com:8080", false)]
    [InlineData("origin.example.com/path", false)]
    [InlineData("ori gin", false)]
    [InlineData("-a.example", false)]
    [InlineData("a..b", false)]
    public void Know_an_address(string address, bool fine) =>
        Assert.Equal(fine, Backend.Fields.Check(Samples.Backend() with { Address = address }).Count == 0);

    [Theory]
    [InlineData("www.example.com", true)]
    [InlineData("*.example.com", true)]
    [InlineData("www.*.com", false)]
    [InlineData("*", false)]
    [InlineData("www.example.com:443", false)]
    public void Know_a_domain(string name, bool fine) => Assert.Equal(fine, Domain.Fields.Check(name).Count == 0);

    [Theory]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("...", true)]
    [InlineData("a/b", true)]
    public void Know_a_name_that_can_be_part_of_an_address(string name, bool fine)
    {
        Assert.Equal(fine, Backend.Fields.Check(Samples.Backend() with { Name = name }).Count == 0);
        Assert.Equal(fine, Healthcheck.Fields.Check(Samples.Healthcheck() with { Name = name }).Count == 0);
        Assert.Equal(fine, Condition.Fields.Check(Samples.Condition() with { Name = name }).Count == 0);
    }

    [Fact]
    public void Never_let_a_line_break_into_a_header()
    {
        Assert.NotEmpty(Backend.Fields.Check(Samples.Backend() with { OverrideHost = "a\r\nX: y" }));
        Assert.NotEmpty(Healthcheck.Fields.Check(Samples.Healthcheck() with { Headers = ["A: b\r\nX: y"] }));
        Assert.NotEmpty(Healthcheck.Fields.Check(Samples.Healthcheck() with { Path = "/ HTTP/1.1" }));
    }

    [Fact]
    public void Differ_by_name_with_both_values()
    {
        var before = Samples.Backend();
        var change = Assert.Single(Backend.Fields.Diff(before, before with { Weight = 5 }));
        Assert.Equal(new Change("weight", 100, 5, Replaces: false, Secret: false), change);
        Assert.True(Assert.Single(Backend.Fields.Diff(before, before with { Name = "other" })).Replaces);
        var key = Assert.Single(Backend.Fields.Diff(before, before with { SslClientKey = "sesame" }));
        Assert.DoesNotContain("sesame", key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void That_are_secret_stay_out_of_logs_and_messages()
    {
        var version = Samples.Version(Samples.Backend() with { SslClientKey = "sesame" });
        Assert.DoesNotContain("sesame", version.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", string.Concat(VersionRules.Check(version)), StringComparison.Ordinal);
        var wrong = new Dictionary<string, object?> { ["name"] = "a", ["address"] = "b", ["sslClientKey"] = 4711.0 };
        Assert.DoesNotContain("4711", Assert.Single(Backend.Fields.ReadValues(wrong).Failures).Reason, StringComparison.Ordinal);
    }
}
