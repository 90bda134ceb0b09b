using EdgeInfra.Model;
using Peers;

namespace Unit.Provider.Import;

public sealed class Vcl_and_back
{
    [Fact]
    public void Gives_the_backends_and_healthchecks_of_random_versions_again()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var version = RandomVersions.Of(seed).Normalise();
            var read = VclDeclarations.Read(FastlyVcl.Of(version));

            Assert.DoesNotContain(read.Problems, problem => problem.Severity == Severity.Error && !problem.Message.Contains("request", StringComparison.Ordinal));
            Assert.Equal(version.Backends.Select(backend => Told(backend, version)), read.Backends.Select(backend => backend.Normalise()));
            Assert.Equal(version.Backends.SelectMany(backend => Probe(backend, version)), read.Healthchecks);
        }
    }

    // What VCL has words for; a probe belongs to its backend, and TLS is told where it is used.
    private static Backend Told(Backend backend, ServiceVersion version) => new()
    {
        Name = PlainName(backend),
        Address = backend.Address,
        Port = backend.Port,
        UseSsl = backend.UseSsl,
        OverrideHost = backend.OverrideHost,
        ConnectTimeout = backend.ConnectTimeout,
        FirstByteTimeout = backend.FirstByteTimeout,
        BetweenBytesTimeout = backend.BetweenBytesTimeout,
        MaxConn = backend.MaxConn,
        SslCheckCert = backend.UseSsl != true || backend.SslCheckCert,
        SslCertHostname = backend.UseSsl == true ? backend.SslCertHostname : null,
        SslSniHostname = backend.UseSsl == true ? backend.SslSniHostname : null,
        MinTlsVersion = backend.UseSsl == true ? backend.MinTlsVersion : null,
        MaxTlsVersion = backend.UseSsl == true ? backend.MaxTlsVersion : null,
        Healthcheck = Probe(backend, version).Any() ? PlainName(backend) : null,
    };

    private static IEnumerable<Healthcheck> Probe(Backend backend, ServiceVersion version) => version.Healthchecks
        .Where(check => check.Name == backend.Healthcheck).Select(check => check with { Name = PlainName(backend) });

    private static string PlainName(Backend backend) => VclName.For(backend.Name)["F_".Length..];
}
