using System.Text.Json.Nodes;
using Kit;

namespace Peers;

/// <summary>testssl.sh against the TLS listener: versions, ciphers, forward secrecy, the certificate and the known vulnerabilities.</summary>
public sealed class The_TLS_listener_under_testssl
{
    // What an authority made for a test can't have: a place in the world that tells which certificates it has revoked.
    private static readonly string[] OfTheTest = ["cert_revocation", "cert_crlDistributionPoints", "cert_ocspURL"];

    // What must have been looked at, so that a tool that could not connect proves nothing.
    private static readonly string[] Looked =
    [
        "SSLv2", "SSLv3", "TLS1", "TLS1_1", "TLS1_2", "TLS1_3", "ALPN_HTTP2", "cipherlist_NULL", "cipherlist_aNULL", "cipherlist_EXPORT",
        "cipherlist_LOW", "cipherlist_3DES_IDEA", "cipherlist_STRONG", "PFS", "cert_trust", "cert_chain_of_trust", "heartbleed", "ROBOT", "CRIME_TLS", "POODLE_SSL",
        "SWEET32", "FREAK", "DROWN", "LOGJAM", "BEAST", "RC4",
    ];

    [Fact]
    public async Task Has_no_finding_above_low()
    {
        await using var origin = Origin.Answering("from the origin");
        await using var edge = await TlsEdge.Start(origin);
        var report = edge.At("testssl.json");

        await Shell.Run("testssl", "--quiet", "--warnings", "off", "--color", "0", "--jsonfile", report, "--add-ca", edge.AuthorityFile,
            "--ip", "127.0.0.1", "-p", "-s", "-f", "-S", "-U", edge.Url("--listen-tls")["https://".Length..].TrimEnd('/'));

        var findings = JsonNode.Parse(await File.ReadAllTextAsync(report))!.AsArray()
            .Select(finding => (Id: (string)finding!["id"]!, Severity: (string)finding["severity"]!, Text: (string)finding["finding"]!)).ToList();
        Assert.DoesNotContain(findings, finding => finding.Severity is "MEDIUM" or "HIGH" or "CRITICAL" or "FATAL" && !OfTheTest.Contains(finding.Id));
        Assert.Empty(Looked.Except(findings.Where(finding => finding.Severity is "OK" or "INFO").Select(finding => finding.Id)));
    }

    [Theory]
    [InlineData("-tls1_2")]
    [InlineData("-tls1_3")]
    public async Task Resumes_a_session(string version)
    {
        await using var origin = Origin.Answering("from the origin");
        await using var edge = await TlsEdge.Start(origin);
        var session = edge.At("session");

        var first = await Visit("-sess_out");
        var second = await Visit("-sess_in");

        Assert.Contains("\nNew, TLS", first, StringComparison.Ordinal);
        Assert.Contains("\nReused, TLS", second, StringComparison.Ordinal);

        // A request, because tickets of TLS 1.3 come after the handshake.
        async Task<string> Visit(string option) => (await Shell.Run("sh", "-c", $$"""
            printf 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' |
              openssl s_client -connect "{{edge.Url("--listen-tls")["https://".Length..].TrimEnd('/')}}" -servername localhost {{version}} {{option}} "{{session}}" -ign_eof
            """)).All;
    }
}
