using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;

namespace Unit.Edge.Signing;

public sealed class Edge_authentication
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void Has_the_form_of_Fastly_s_sample() => Assert.Equal(
        "1700000000,AMS, QQG4iYdwdz1LM1PS5j0TSonjL1Epkbe8SYO0jkuXuqk=",
        Header(new EdgeAuth { Secret = "hunter2" }));

    [Fact]
    public void Replaces_what_the_client_sent_under_any_spelling()
    {
        var headers = new HeaderList();
        headers.Add("edge-auth", "forged");
        headers.Add("EDGE-AUTH", "forged, too");

        new EdgeAuthSigner(new EdgeAuth { Form = "secret", Secret = "s" }, "AMS").Sign(headers, Now);

        Assert.Equal("s", Assert.Single(headers.Lines.ToArray()).Value);
    }

    [Fact]
    public void Holds_for_its_time_only()
    {
        var header = Header(new EdgeAuth { Secret = "hunter2" });
        var verifier = new EdgeAuthVerifier(["hunter2"], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2));

        Assert.True(verifier.Holds(header, Now));
        Assert.True(verifier.Holds(header, Now.AddSeconds(30)));
        Assert.False(verifier.Holds(header, Now.AddSeconds(31)));
        Assert.True(verifier.Holds(header, Now.AddSeconds(-2)));
        Assert.False(verifier.Holds(header, Now.AddSeconds(-3)));
    }

    [Fact]
    public void Holds_with_either_secret_while_it_is_changed()
    {
        var header = Header(new EdgeAuth { Secret = "old" });

        Assert.True(new EdgeAuthVerifier(["new", "old"]).Holds(header, Now));
        Assert.False(new EdgeAuthVerifier(["new"]).Holds(header, Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1700000000")]
    [InlineData("1700000000,AMS")]
    [InlineData("1700000000,AMS,")]
    [InlineData("1700000000,AMS, AAAA")]
    [InlineData("1700000001,AMS, QQG4iYdwdz1LM1PS5j0TSonjL1Epkbe8SYO0jkuXuqk=")]
    [InlineData("1700000000,FRA, QQG4iYdwdz1LM1PS5j0TSonjL1Epkbe8SYO0jkuXuqk=")]
    public void Does_not_hold_when_it_is_something_else(string? header) => Assert.False(new EdgeAuthVerifier(["hunter2"]).Holds(header, Now));

    [Fact]
    public void Takes_the_secret_itself_in_the_other_form()
    {
        var verifier = new EdgeAuthVerifier(["new", "old"]);

        Assert.True(verifier.HoldsSecret(Header(new EdgeAuth { Form = "secret", Secret = "old" })));
        Assert.False(verifier.HoldsSecret("older"));
        Assert.False(verifier.HoldsSecret(null));
    }

    [Fact]
    public void Cannot_be_asked_for_without_a_secret()
    {
        Assert.Throws<ArgumentException>(() => new EdgeAuthVerifier([]));
        Assert.Throws<ArgumentException>(() => new EdgeAuthVerifier(["x", ""]));
    }

    private static string Header(EdgeAuth auth)
    {
        var headers = new HeaderList();
        new EdgeAuthSigner(auth, "AMS").Sign(headers, Now);
        return headers.First("Edge-Auth")!;
    }
}
