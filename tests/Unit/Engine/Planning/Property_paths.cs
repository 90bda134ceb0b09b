using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Planning;

public sealed class Property_paths
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b[0].c", "a|b|0|c")]
    [InlineData("a[\"b.c\"][\"d\\\"e\"]", "a|b.c|d\"e")]
    [InlineData("[\"x y\"].z", "x y|z")]
    [InlineData("a[*].b", "a|*|b")]
    public void Are_read_segment_by_segment(string text, string segments) =>
        Assert.Equal(segments, string.Join('|', PropertyPath.Parse(text).Segments));

    [Theory]
    [InlineData("a[0")]
    [InlineData("a[\"b")]
    public void Are_refused_when_something_is_left_open(string text) =>
        Assert.Throws<FormatException>(() => PropertyPath.Parse(text));

    [Theory]
    [InlineData("a", "a.b", true)]
    [InlineData("a[*].b", "a[3].b.c", true)]
    [InlineData("a.b", "a", false)]
    [InlineData("a[0]", "a[1]", false)]
    public void Contain_what_lies_within(string pattern, string path, bool contained) =>
        Assert.Equal(contained, PropertyPath.Parse(pattern).Contains(PropertyPath.Parse(path)));

    [Fact]
    public void Written_are_read_back()
    {
        var path = PropertyPath.Join(PropertyPath.Join(PropertyPath.Join("", "a"), 2), "b.\"c");

        Assert.Equal(["a", "2", "b.\"c"], PropertyPath.Parse(path).Segments.AsEnumerable());
    }

    [Fact]
    public void Ignored_take_the_old_value_or_none_at_any_depth()
    {
        var olds = PropertyMap.Of(("kept", "old"), ("list", new V.List(PropertyMap.Of(("w", 1), ("n", "x")))), ("secret", new V.Secret(PropertyMap.Of(("k", "old")))));
        var news = PropertyMap.Of(
            ("kept", "new"), ("added", "new"), ("list", new V.List(PropertyMap.Of(("w", 2), ("n", "y")))), ("secret", new V.Secret(PropertyMap.Of(("k", "new")))));

        var result = IgnoreChanges.Apply(["kept", "added", "list[*].w", "secret.k"], olds, news);

        Assert.Equal(
            PropertyMap.Of(("kept", "old"), ("list", new V.List(PropertyMap.Of(("w", 1), ("n", "y")))), ("secret", new V.Secret(PropertyMap.Of(("k", "old"))))),
            result);
    }

    [Fact]
    public void Tell_where_two_maps_differ()
    {
        var olds = PropertyMap.Of(
            ("a", new V.List("1", "2")), ("b", PropertyMap.Of(("x.y", "1"))), ("s", new V.Secret("k")), ("__internal", "1"));
        var news = PropertyMap.Of(
            ("a", new V.List("1")), ("b", PropertyMap.Of(("x.y", "2"))), ("s", "k"), ("u", V.Unknown.Instance));

        var found = StructuralDiff.Between(olds, news);

        Assert.Equal(
            [("a[1]", PropertyDiff.Types.Kind.Delete), ("b[\"x.y\"]", PropertyDiff.Types.Kind.Update), ("u", PropertyDiff.Types.Kind.Add)],
            found.Select(entry => (entry.Key, entry.Value.Kind)));
    }
}
