using System.Net.Security;
using EdgeInfra.Model;

namespace Unit.Model.Tls;

public sealed class Cipher_lists
{
    private static readonly TlsCipherSuite[] Modern =
        [TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_AES_128_GCM_SHA256];

    [Theory]
    [InlineData("ECDHE-RSA-AES128-GCM-SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("AES128-SHA:ECDHE-RSA-AES256-GCM-SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")]
    [InlineData("EECDH+aRSA+AESGCM", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("ECDHE+AESGCM:!aRSA:!AES128", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")]
    [InlineData("AES128-SHA,AES256-SHA +AES128-SHA", "TLS_RSA_WITH_AES_256_CBC_SHA TLS_RSA_WITH_AES_128_CBC_SHA")]
    [InlineData("AES128-SHA:AES256-SHA:@STRENGTH", "TLS_RSA_WITH_AES_256_CBC_SHA TLS_RSA_WITH_AES_128_CBC_SHA")]
    [InlineData("!AES128-SHA:AES128-SHA:AES256-SHA:!aNULL:!RC4", "TLS_RSA_WITH_AES_256_CBC_SHA")]
    [InlineData("-AES128-SHA:AES128-SHA", "TLS_RSA_WITH_AES_128_CBC_SHA")]
    public void Are_read_as_OpenSSL_reads_them(string list, string suites)
    {
        Assert.Empty(ProblemsOf(list));
        Assert.Equal([.. Modern, .. suites.Split(' ').Select(Enum.Parse<TlsCipherSuite>)], Compiled(list));
    }

    [Fact]
    public void Say_nothing_of_TLS_13_unless_they_name_its_suites() =>
        Assert.Equal(
            [TlsCipherSuite.TLS_AES_128_GCM_SHA256, TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA], Compiled("TLS_AES_128_GCM_SHA256:AES128-SHA"));

    [Fact]
    public void Leave_the_choice_to_the_system_when_there_is_none() => Assert.Empty(Compiled(null));

    [Theory]
    [InlineData("ECDHE-RSA-AES128-GCM-SHA265", "names \"ECDHE-RSA-AES128-GCM-SHA265\", which is no cipher that the edge could offer")]
    [InlineData("ECDHE-RSA-AES128-GCM-SHA265", "ECDHE-RSA-AES128-GCM-SHA256")]
    [InlineData("HIGH:RC4", "names \"RC4\"")]
    [InlineData("HIGH:!HIGH", "leaves no cipher to offer")]
    [InlineData(" : ", "leaves no cipher to offer")]
    public void That_cannot_be_kept_are_problems(string list, string said) =>
        Assert.Contains(said, Assert.Single(ProblemsOf(list)).Message, StringComparison.Ordinal);

    private static IEnumerable<Problem> ProblemsOf(string list) =>
        RecordRules.Check(Backend.Fields, Samples.Backend() with { SslCiphers = list }).Where(problem => problem.Severity == Severity.Error);

    private static IEnumerable<TlsCipherSuite> Compiled(string? list) =>
        Assert.Single(Compiler.Compile(Samples.Version(Samples.Backend() with { UseSsl = true, SslCiphers = list })).Origins).Identity.Tls!.Ciphers;
}
