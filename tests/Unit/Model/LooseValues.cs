using EdgeInfra.Model;

namespace Unit.Model;

public sealed class LooseValues
{
    [Fact]
    public void Become_a_record_where_they_fit()
    {
        var reading = Read(
            ("name", "a"), ("address", "b"), ("port", 443.0), ("weight", "5"), ("autoLoadbalance", true), ("overrideHost", null));
        Assert.True(reading.Ok);
        Assert.Equal(new Backend { Name = "a", Address = "b", Port = 443, Weight = 5, AutoLoadbalance = true }, reading.Record);
    }

    [Fact]
    public void Are_all_reported_where_they_do_not()
    {
        var reading = Read(
            ("adress", "b"), ("use_ssl", true), ("port", 80.5), ("weight", "many"), ("comment", 7.0), ("maxConn", 0.0));
        Assert.Equal(
            ["adress", "use_ssl", "port", "weight", "comment", "name", "address", "maxConn"],
            reading.Failures.Select(failure => failure.Property));
        Assert.Equal("is not a field of a backend. Did you mean \"address\"?", reading.Failures[0].Reason);
        Assert.Equal("is not a field of a backend. Did you mean \"useSsl\"?", reading.Failures[1].Reason);
        Assert.Equal("is the text \"many\", but must be a whole number.", reading.Failures[3].Reason);
    }

    [Fact]
    public void Are_not_missed_while_they_are_unknown() =>
        Assert.True(
            Backend.Fields.ReadValues(new Dictionary<string, object?> { ["name"] = "a" }, new HashSet<string> { "address" }).Ok);

    [Fact]
    public void Hold_lists_of_texts_only()
    {
        var values = new Dictionary<string, object?> { ["name"] = "a", ["host"] = "h", ["path"] = "/", ["headers"] = new object?[] { "A: b" } };
        Assert.Equal<ValueList<string>>(["A: b"], Healthcheck.Fields.ReadValues(values).Record.Headers);
        values["headers"] = new object?[] { "A: b", 1.0 };
        Assert.Equal(
            "is a list, but must be a list of texts.", Assert.Single(Healthcheck.Fields.ReadValues(values).Failures).Reason);
    }

    private static Reading<Backend> Read(params (string Name, object? Value)[] values) =>
        Backend.Fields.ReadValues(values.ToDictionary(pair => pair.Name, pair => pair.Value));
}
