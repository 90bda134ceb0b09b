using System.Text;
using System.Text.Json;
using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Forms
{
    [Fact]
    public void Hold_only_what_changed_and_clear_with_an_empty_text()
    {
        var before = Samples.Backend() with { OverrideHost = "a.example", UseSsl = true };
        var form = Backend.Fields.ToForm(before, before with { OverrideHost = null, UseSsl = false, Weight = 5 });
        Assert.Equal([("use_ssl", "0"), ("override_host", ""), ("weight", "5")], form.Select(pair => (pair.Key, pair.Value)));
        Assert.Null(Backend.Fields.ApplyForm(before, form).Record.OverrideHost);
    }

    [Fact]
    public void Leave_alone_what_they_do_not_name()
    {
        var before = Samples.Backend() with { Weight = 7 };
        Assert.Equal(
            before with { Comment = "x" }, Apply(before, ("comment", "x"), ("ServiceID", "svc"), ("Comment", "y")).Record);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Write_flags_in_four_ways(string text, bool value) =>
        Assert.Equal(value, Apply(Samples.Backend(), ("auto_loadbalance", text)).Record.AutoLoadbalance);

    [Fact]
    public void Name_every_value_of_the_wrong_type()
    {
        var reading = Apply(Samples.Backend(), ("port", "eighty"), ("use_ssl", "yes"), ("weight", "9"));
        Assert.Equal(["port", "useSsl"], reading.Failures.Select(failure => failure.Property));
        Assert.Equal(9, reading.Record.Weight);
    }

    [Theory]
    [InlineData("443", null, true)]
    [InlineData("80", null, false)]
    [InlineData("8443", null, true)]
    [InlineData("443", "0", false)]
    public void Carry_tls_with_ports_80_and_443(string port, string? useSsl, bool after)
    {
        var before = Samples.Backend() with { Port = 8080, UseSsl = port != "443" };
        var reading = useSsl is null ? Apply(before, ("port", port)) : Apply(before, ("port", port), ("use_ssl", useSsl));
        Assert.Equal(after, reading.Record.UseSsl);
    }

    [Theory]
    [InlineData("hostname", "b.example")]
    [InlineData("ipv4", "192.0.2.9")]
    public void Take_other_words_for_the_address(string key, string value)
    {
        Assert.Equal(value, Apply(Samples.Backend(), (key, value)).Record.Address);
        Assert.Equal("c.example", Apply(Samples.Backend(), (key, value), ("address", "c.example")).Record.Address);
    }

    [Theory]
    [InlineData("[\"Foo:Bar\",\"Baz:Qux\"]")]
    [InlineData("Foo:Bar,Baz:Qux")]
    public void Bring_header_lines_in_two_ways(string text)
    {
        var reading = Healthcheck.Fields.ReadForm([KeyValuePair.Create("headers", text)]);
        Assert.Equal<ValueList<string>>(["Baz: Qux", "Foo: Bar"], reading.Record.Headers);
    }

    [Fact]
    public void Survive_a_broken_list()
    {
        var reading = Healthcheck.Fields.ApplyForm(Samples.Healthcheck(), [KeyValuePair.Create("headers", "[\"a")]);
        Assert.Equal("headers", Assert.Single(reading.Failures).Property);
    }

    [Fact]
    public void Can_be_made_of_answers_in_json()
    {
        var backend = Samples.Backend() with { Port = 443, UseSsl = true, Healthcheck = "alive", KeepaliveTime = 9 };
        using var json = JsonDocument.Parse(Json(Backend.Fields, backend));
        Assert.Equal(backend, Backend.Fields.ReadForm(WireForm.FromJson(json.RootElement)).Record);
    }

    [Fact]
    public void Are_answered_in_the_typing_of_their_family()
    {
        using var backend = JsonDocument.Parse(Json(Backend.Fields, Samples.Backend().Normalise()));
        Assert.Equal(JsonValueKind.Number, backend.RootElement.GetProperty("port").ValueKind);
        Assert.Equal(JsonValueKind.False, backend.RootElement.GetProperty("use_ssl").ValueKind);
        Assert.Equal(JsonValueKind.Null, backend.RootElement.GetProperty("override_host").ValueKind);
        Assert.Equal("", backend.RootElement.GetProperty("request_condition").GetString());
        Assert.False(backend.RootElement.TryGetProperty("max_use", out _));

        using var condition = JsonDocument.Parse(Json(Condition.Fields, Samples.Condition()));
        Assert.Equal("100", condition.RootElement.GetProperty("priority").GetString());
    }

    private static Reading<Backend> Apply(Backend before, params (string Key, string Value)[] form) =>
        Backend.Fields.ApplyForm(before, form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    private static string Json(IFieldTable table, object record)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            table.WriteJson(writer, record);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
