using EdgeInfra.Model;

namespace Unit.Model;

public sealed class Dynamic_backends
{
    [Theory]
    [InlineData("api.example.com", "https://api.example.com:443", "api.example.com")]
    [InlineData("API.example.com:443", "https://api.example.com:443", "api.example.com")]
    [InlineData("https://api.example.com", "https://api.example.com:443", "api.example.com")]
    [InlineData("http://api.example.com", "http://api.example.com:80", "api.example.com")]
    [InlineData("https://api.example.com:80", "https://api.example.com:80", "api.example.com:80")]
    [InlineData("a.b.example.org:80", "http://a.b.example.org:80", "a.b.example.org")]
    [InlineData("localhost:8080", "http://localhost:8080", "localhost:8080")]
    [InlineData("[2001:db8::1]:8080", "http://[2001:db8::1]:8080", "[2001:db8::1]:8080")]
    public void Are_made_for_what_is_allowed(string target, string identity, string host)
    {
        var origin = Made(target)!;

        Assert.Equal(identity, origin.Identity.ToString());
        Assert.Equal(host, origin.OverrideHost);
    }

    [Theory]
    [InlineData("example.org")] // the wildcard means what is below
    [InlineData("evilexample.org")]
    [InlineData("api.example.com.evil.net")]
    [InlineData("api.example.com:8443")]
    [InlineData("localhost")]
    [InlineData("localhost:8081")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("user@api.example.com")]
    [InlineData("https://user@api.example.com")]
    [InlineData("https://api.example.com/path")]
    [InlineData("ftp://api.example.com")]
    [InlineData("HTTPS://api.example.com")]
    [InlineData("api.example.com:")]
    [InlineData("api.example.com:0443x")]
    [InlineData("api.example.com\r\nx: y")]
    [InlineData(" api.example.com")]
    [InlineData("[")]
    [InlineData("")]
    public void Are_refused_for_all_else(string target) => Assert.Null(Made(target));

    [Fact]
    public void Are_off_unless_the_settings_allow_hosts() =>
        Assert.Null(DynamicBackend.OriginFor("api.example.com", Compiler.Compile(Samples.Version(Samples.Backend()))));

    [Fact]
    public void Have_one_name_for_one_target_however_it_is_written()
    {
        Assert.Equal(Made("api.example.com"), Made("https://API.example.com:443"));
        string[] others = ["api.example.com", "api.example.com:80", "https://api.example.com:80", "x.example.org", "y.example.org"];
        Assert.Equal(others.Length, others.Select(target => Made(target)!.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("*", false)]
    [InlineData("*.com", false)]
    [InlineData("*.com:443", false)]
    [InlineData("*.1.2.3.4", false)]
    [InlineData("a.*.example.com", false)]
    [InlineData("https://example.com", false)]
    [InlineData("example.com:0", false)]
    [InlineData("*.example.com", true)]
    [InlineData("*.example.com:8443", true)]
    [InlineData("localhost:8080", true)]
    [InlineData("192.0.2.1", true)]
    public void Are_never_allowed_for_the_whole_world(string pattern, bool allowed)
    {
        var version = Samples.Version(Samples.Backend()) with { Settings = new() { DynamicBackends = [pattern] } };

        Assert.Equal(allowed, VersionRules.Check(version).Count == 0);
        Assert.All(VersionRules.Check(version), problem => Assert.Equal(("EDGE001", "settings.dynamicBackends"), (problem.Code, problem.Path)));
    }

    private static Origin? Made(string target) => DynamicBackend.OriginFor(target, Compiler.Compile(Samples.Version(Samples.Backend()) with
    {
        Settings = new() { DynamicBackends = ["api.example.com", "*.example.org", "localhost:8080", "[2001:db8::1]:8080"] },
    }));
}
