using EdgeInfra.Model;

namespace Unit.Model.Policies;

public sealed class Wire_paths
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("//", "//")]
    [InlineData("//evil.example/", "//evil.example/")]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/a+b", "/a%2Bb")]
    [InlineData("/a%2bb", "/a%2Bb")]
    [InlineData("/a%2fb", "/a%2Fb")]
    [InlineData("/a%2Fb/c", "/a%2Fb/c")]
    [InlineData("/%61", "/a")]
    [InlineData("/%7Ea~", "/~a~")]
    [InlineData("/%2541", "/%2541")] // decoded once only
    [InlineData("/ü", "/%C3%BC")]
    [InlineData("/%c3%bc", "/%C3%BC")]
    [InlineData("/%F0%9F%98%80", "/%F0%9F%98%80")]
    [InlineData("/😀", "/%F0%9F%98%80")]
    [InlineData("/'()*!;=,@:&$", "/%27%28%29%2A%21%3B%3D%2C%40%3A%26%24")]
    [InlineData("/a#b", "/a%23b")]
    [InlineData("/a%3Fb?c", "/a%3Fb")]
    [InlineData("/a?b?c", "/a")]
    [InlineData("/a%0D%0Ab", "/a%0D%0Ab")]
    [InlineData("/./../%2e%2E", "/./../..")]
    [InlineData("/dir/", "/dir/")]
    public void Have_one_spelling(string target, string path)
    {
        Assert.True(WirePath.TryRead(target, out var read, out _));
        Assert.Equal(path, read);
        Assert.True(WirePath.TryRead(target.AsSpan(), out var sliced, out _));
        Assert.Equal(path, sliced);
        Assert.True(WirePath.IsCanonical(path));
    }

    [Theory]
    [InlineData("", PathRefusal.NotAbsolute)]
    [InlineData("*", PathRefusal.NotAbsolute)]
    [InlineData("http://a/", PathRefusal.NotAbsolute)]
    [InlineData("/%", PathRefusal.BadEscape)]
    [InlineData("/%4", PathRefusal.BadEscape)]
    [InlineData("/%zz", PathRefusal.BadEscape)]
    [InlineData("/a%00b", PathRefusal.ZeroByte)]
    [InlineData("/%FF", PathRefusal.NotUtf8)]
    [InlineData("/%C3", PathRefusal.NotUtf8)]
    [InlineData("/%C0%AF", PathRefusal.NotUtf8)] // an overlong slash
    [InlineData("/%ED%A0%80", PathRefusal.NotUtf8)] // half a surrogate pair
    [InlineData("/a\\b", PathRefusal.Backslash)]
    [InlineData("/..%5c", PathRefusal.Backslash)]
    [InlineData("/%5C", PathRefusal.Backslash)]
    public void Are_refused(string target, PathRefusal refusal)
    {
        Assert.False(WirePath.TryRead(target, out var path, out var why));
        Assert.Equal((refusal, ""), (why, path));
        Assert.False(WirePath.IsCanonical(target));
    }

    [Theory]
    [InlineData("/assets/app-1.2_x~.js")]
    [InlineData("/%C3%BC/%20/%2F")]
    [InlineData("//../")]
    public void Come_back_themselves_when_they_are_spelled_so_already(string target)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        WirePath.TryRead(target, out var path, out _);
        WirePath.TryForOrigin(path, null, "index.html2"[..0], out var wire, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Same(target, path);
        Assert.Same(target, wire);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData("/a", "/file/b", "index.html", "/file/b/a")]
    [InlineData("/", "/file/b", "index.html", "/file/b/index.html")]
    [InlineData("/docs/", null, "index.html", "/docs/index.html")]
    [InlineData("/docs/", "/b", null, "/b/docs/")]
    [InlineData("/docs%2F", "", "index.html", "/docs%2F")] // the key ends so; it is no directory of the site
    [InlineData("//x", "/b", null, "/b//x")]
    [InlineData("/../x", null, null, "/../x")]
    [InlineData("/a../..b/...", "/b", null, "/b/a../..b/...")]
    public void Go_to_the_origin_with_prefix_and_index(string path, string? prefix, string? index, string wire)
    {
        Assert.True(WirePath.TryForOrigin(path, prefix, index, out var asked, out _));
        Assert.Equal(wire, asked);
    }

    [Theory]
    [InlineData("/..")]
    [InlineData("/.")]
    [InlineData("/a/../b")]
    [InlineData("/%2e%2e/b")]
    [InlineData("/a/.%2E")]
    [InlineData("/a%2f..%2fb")]
    [InlineData("/..%2Fother")]
    [InlineData("/a%2F.")]
    public void Do_not_leave_a_prefix(string target)
    {
        Assert.True(WirePath.TryRead(target, out var path, out _));
        Assert.False(WirePath.TryForOrigin(path, "/file/mine", "index.html", out _, out var refusal));
        Assert.Equal(PathRefusal.DotSegment, refusal);
    }

    [Fact]
    public void Take_keys_of_any_length()
    {
        var key = "/" + new string('ä', 5_000) + "%2F";

        Assert.True(WirePath.TryRead(key, out var path, out _));
        Assert.Equal("/" + string.Concat(Enumerable.Repeat("%C3%A4", 5_000)) + "%2F", path);
        Assert.True(WirePath.TryRead(path, out var again, out _));
        Assert.Same(path, again);
    }

    [Fact]
    public void Encode_what_a_declaration_writes_plainly() => Assert.Equal("/%C3%A4%20b/c%25%2B", WirePath.Encode("/ä b/c%+"));
}
