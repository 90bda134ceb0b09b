using EdgeInfra.Protocol;
using Google.Protobuf.WellKnownTypes;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Protocol;

public sealed class Property_values
{
    public static TheoryData<V> Every_kind =>
    [
        V.None,
        true,
        1.5,
        "text",
        new V.List("a", 1.0, new V.List()),
        PropertyMap.Of(("a", PropertyMap.Of(("b", V.None)))),
        V.Unknown.Instance,
        new V.Secret(PropertyMap.Of(("pem", "x"))),
        new V.Secret(V.Unknown.Instance),
        new V.Asset(Hash: "aa", Content: ""),
        new V.Asset(Path: "site/index.html"),
        new V.Archive(Hash: "bb", Parts: PropertyMap.Of(("x", new V.Asset(Content: "x")))),
        new V.Archive(Path: "site"),
        new V.ResourceReference("urn:pulumi:dev::p::t::n", "id", "1.0.0"),
        new V.ResourceReference("urn:pulumi:dev::p::t::component", null),
        new V.ResourceReference("urn:pulumi:dev::p::t::new", V.Unknown.Instance),
        new V.Output("known", false, ["urn:a", "urn:b"]),
        new V.Output(null, true, []),
    ];

    [Theory]
    [MemberData(nameof(Every_kind))]
    public void Survive_the_wire(V value) => Assert.Equal(value, ValueCodec.FromValue(ValueCodec.ToValue(value)));

    [Theory]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void Are_unknown_by_any_of_the_seven_marks(string mark) =>
        Assert.IsType<V.Unknown>(ValueCodec.FromValue(Value.ForString(mark)));

    [Fact]
    public void Read_an_empty_id_in_a_reference_as_unknown()
    {
        var wire = ValueCodec.ToValue(new V.ResourceReference("urn:x", ""));

        Assert.Equal(V.Unknown.Instance, ((V.ResourceReference)ValueCodec.FromValue(wire)).Id);
    }

    [Fact]
    public void Refuse_a_signature_that_no_kind_has()
    {
        var wire = Value.ForStruct(new Struct { Fields = { [Signatures.Key] = Value.ForString("something") } });

        Assert.Throws<FormatException>(() => ValueCodec.FromValue(wire));
    }

    [Fact]
    public void Never_print_a_secret()
    {
        var map = PropertyMap.Of(("key", new V.Secret("s3cret")), ("list", new V.List(new V.Output("s3cret", true, []))));

        Assert.DoesNotContain("s3cret", map.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_equal_when_their_content_is()
    {
        Assert.Equal(PropertyMap.Of(("a", new V.List("x")), ("b", 1.0)), PropertyMap.Of(("b", 1.0), ("a", new V.List("x"))));
        Assert.NotEqual<V>(new V.List("x", "y"), new V.List("y", "x"));
    }
}
