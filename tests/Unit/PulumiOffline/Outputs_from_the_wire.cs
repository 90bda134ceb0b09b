using System.Collections.Immutable;
using System.Text.Json;
using EdgeInfra.Protocol;
using Pulumi;
using Pulumi.Command.Local;
using Pulumi.Serialization;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.PulumiOffline;

public sealed class Outputs_from_the_wire
{
    private readonly List<string> _warnings = [];

    private enum Level
    {
        Low = 1,
    }

    [Fact]
    public void Become_the_types_of_the_program()
    {
        Assert.True((bool)Read(true, typeof(bool))!);
        Assert.Equal(3, Read(3.9, typeof(int)));
        Assert.Equal(3.9, Read(3.9, typeof(double?)));
        Assert.Equal("a", Read("a", typeof(string)));
        Assert.Equal(Level.Low, Read(1.0, typeof(Level)));
        Assert.Equal(Logging.Stderr, Read("stderr", typeof(Logging)));
        Assert.Equal(1, ((Union<string, int>)Read(1.0, typeof(Union<string, int>))!).AsT1);
        Assert.Equal([1, 2], ((ImmutableArray<int>)Read(new V.List(1.0, 2.0), typeof(ImmutableArray<int>))!).AsEnumerable());
        Assert.Equal("b", ((ImmutableDictionary<string, string>)Read(PropertyMap.Of(("a", "b")), typeof(ImmutableDictionary<string, string>))!)["a"]);
        Assert.Equal(2, ((JsonElement)Read(PropertyMap.Of(("a", new V.List(1.0, 2.0))), typeof(JsonElement))!).GetProperty("a").GetArrayLength());
        Assert.IsType<FileAsset>(Read(new V.Asset(Path: "a"), typeof(AssetOrArchive)));
        Assert.IsType<RemoteArchive>(Read(new V.Archive(Uri: "a"), typeof(Archive)));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Become_output_types_by_the_names_of_their_constructor()
    {
        var probe = (Probe)Read(PropertyMap.Of(("path", "/"), ("class", "fast"), ("more", "ignored")), typeof(Probe))!;

        Assert.Equal(("/", "fast", 0), (probe.Path, probe.Kind, probe.Times));
    }

    [Fact]
    public void Become_plain_objects_where_any_will_do()
    {
        var value = (ImmutableDictionary<string, object>)Read(PropertyMap.Of(("a", new V.List("x", 1.0))), typeof(object))!;

        Assert.Equal(["x", 1.0], ((ImmutableArray<object>)value["a"]).AsEnumerable());
    }

    [Fact]
    public void Are_the_default_when_missing_and_with_a_warning_when_of_another_type()
    {
        Assert.Null(Read(V.None, typeof(string)));
        Assert.Equal(0, Read(V.None, typeof(int)));
        Assert.Empty(_warnings);

        Assert.Equal(0, Read("five", typeof(int)));
        Assert.Contains("port: expected System.Int32", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_secret_or_unknown_as_a_whole_when_a_part_is()
    {
        var list = PropertyMap.Of(("a", new V.List("x", new V.Secret("y"))));

        var secret = new Deserializer(_warnings.Add).Read("list", list, typeof(object));
        var unknown = new Deserializer(_warnings.Add).Read(
            "list", new V.List("x", V.Unknown.Instance), typeof(ImmutableArray<string>));

        Assert.True(secret is { IsSecret: true, IsKnown: true });
        Assert.False(unknown.IsKnown);
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task Name_the_resources_they_come_from()
    {
        var data = new Deserializer(_warnings.Add).Read("a", new V.Output("x", true, ["urn:pulumi:s::p::t::n"]), typeof(string));

        Assert.True(data is { IsSecret: true, Value: "x" });
        Assert.Equal("urn:pulumi:s::p::t::n", (await Assert.Single(data.Resources).Urn.Data).Value);
    }

    [Theory]
    [InlineData(typeof(long))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(ImmutableArray<DateTime>))]
    [InlineData(typeof(ImmutableDictionary<int, string>))]
    [InlineData(typeof(Uri))]
    public void May_not_have_other_types(Type type) => Assert.Single(OutputTypes.Problems("x", type));

    [Theory]
    [InlineData(typeof(ImmutableArray<ImmutableDictionary<string, Probe>>))]
    [InlineData(typeof(Union<string, Logging>))]
    [InlineData(typeof(Server))]
    [InlineData(typeof(int?))]
    public void May_have_types_of_types(Type type) => Assert.Empty(OutputTypes.Problems("x", type));

    private object? Read(V value, Type type) => new Deserializer(_warnings.Add).Read("port", value, type).Value;

    [OutputType]
    internal sealed class Probe
    {
        public readonly string Path;
        public readonly string Kind;
        public readonly int Times;

        [OutputConstructor]
        private Probe(string path, [OutputConstructorParameter("class")] string kind, int times) =>
            (Path, Kind, Times) = (path, kind, times);
    }
}
