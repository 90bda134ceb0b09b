using EdgeInfra.Model;
using Kit;

namespace Unit.Model.Tls;

public sealed class Client_certificates : IDisposable
{
    private readonly Certificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public void With_their_keys_are_fine()
    {
        var (certificate, key) = _certificates.ClientPem("one");

        Assert.Empty(ProblemsOf(certificate, key));
    }

    [Fact]
    public void With_the_key_of_another_are_refused_without_telling_the_key()
    {
        var problem = Assert.Single(ProblemsOf(_certificates.ClientPem("one").Certificate, _certificates.ClientPem("two").Key));

        Assert.Equal(("EDGE081", "sslClientKey"), (problem.Code, problem.Path));
        Assert.DoesNotContain("BEGIN", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_something_that_is_no_key_are_refused() =>
        Assert.Equal("EDGE081", Assert.Single(ProblemsOf(_certificates.ClientPem("one").Certificate, "sesame")).Code);

    [Fact]
    public void That_are_damaged_are_refused() =>
        Assert.Equal("EDGE082", Assert.Single(ProblemsOf(
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", _certificates.ClientPem("one").Key)).Code);

    [Fact]
    public void Without_a_key_and_keys_without_one_are_refused()
    {
        var (certificate, key) = _certificates.ClientPem("one");

        Assert.Equal(("EDGE080", "sslClientKey"), Told(Assert.Single(ProblemsOf(certificate, null))));
        Assert.Equal(("EDGE080", "sslClientCert"), Told(Assert.Single(ProblemsOf(null, key))));
    }

    [Fact]
    public void Never_show_their_keys_in_a_text()
    {
        var (certificate, key) = _certificates.ClientPem("one");
        var config = Compiler.Compile(Samples.Version(Samples.Backend() with { UseSsl = true, SslClientCert = certificate, SslClientKey = key }));
        var origin = Assert.Single(config.Origins);

        Assert.Equal(key, origin.Identity.Tls!.Client!.KeyPem);
        Assert.All(
            [config.ToString(), origin.ToString(), origin.Identity.ToString(), origin.Identity.Tls.ToString()],
            text => Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal));
    }

    private static (string Code, string Path) Told(Problem problem) => (problem.Code, problem.Path);

    private static IEnumerable<Problem> ProblemsOf(string? certificate, string? key) =>
        RecordRules.Check(Backend.Fields, Samples.Backend() with { SslClientCert = certificate, SslClientKey = key });
}
