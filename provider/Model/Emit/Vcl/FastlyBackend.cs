namespace EdgeInfra.Model;

/// <summary>
/// A backend's declaration in Fastly's dialect: properties in the order of the alphabet, TLS and the probe last.
/// </summary>
internal static class FastlyBackend
{
    // Fields that choose backends, or that a comment of a declaration need not repeat.
    private static readonly HashSet<string> SaidElsewhere =
        ["name", "weight", "auto_loadbalance", "healthcheck", "request_condition", "shield", "comment"];

    private static readonly HashSet<string> Declared =
    [
        "address", "port", "use_ssl", "override_host", "connect_timeout", "first_byte_timeout", "between_bytes_timeout",
        "max_conn", "share_key", "ssl_check_cert", "ssl_cert_hostname", "ssl_sni_hostname", "min_tls_version", "max_tls_version",
        "error_threshold",
    ];

    public static void Write(VclWriter vcl, Backend backend, ServiceVersion version) =>
        vcl.Block($"backend {VclName.For(backend.Name)} {{", () =>
        {
            Connection(vcl, backend, version.ServiceId);
            Tls(vcl, backend);
            Undeclared(vcl, backend);
            Probe(vcl, backend, version);
        });

    private static void Connection(VclWriter vcl, Backend backend, string serviceId)
    {
        if (backend.OverrideHost is not null)
        {
            vcl.Property("always_use_host_header", "true");
        }

        vcl.Property("between_bytes_timeout", VclLiteral.Duration(backend.BetweenBytesTimeout));
        vcl.Property("connect_timeout", VclLiteral.Duration(backend.ConnectTimeout));
        if (backend.Hostname is not null)
        {
            vcl.Property("dynamic", "true");
        }

        vcl.Property("first_byte_timeout", VclLiteral.Duration(backend.FirstByteTimeout));
        Text(vcl, "host", backend.Address);
        Text(vcl, "host_header", backend.OverrideHost);
        vcl.Property("max_connections", VclLiteral.Number(backend.MaxConn));
        Text(vcl, "port", VclLiteral.Number(backend.Port));
        if (backend.ErrorThreshold > 0)
        {
            vcl.Property("saintmode_threshold", VclLiteral.Number(backend.ErrorThreshold));
        }

        Text(vcl, "share_key", backend.ShareKey ?? serviceId);
    }

    private static void Tls(VclWriter vcl, Backend backend)
    {
        if (backend.UseSsl != true)
        {
            return;
        }

        vcl.Line();
        Text(vcl, "max_tls_version", backend.MaxTlsVersion);
        Text(vcl, "min_tls_version", backend.MinTlsVersion);
        vcl.Property("ssl", "true");
        Text(vcl, "ssl_cert_hostname", backend.SslCertHostname);
        vcl.Property("ssl_check_cert", backend.SslCheckCert ? "always" : "never");
        Text(vcl, "ssl_sni_hostname", backend.SslSniHostname);
    }

    // Names only: among them is a private key.
    private static void Undeclared(VclWriter vcl, Backend backend)
    {
        var fields = Backend.Fields
            .Where(field => !Declared.Contains(field.WireName) && !SaidElsewhere.Contains(field.WireName)
                && !Equals(Backend.Fields.ValueOf(backend, field), field.Default))
            .Select(field => field.WireName).ToList();
        if (fields.Count > 0)
        {
            vcl.Line().Comment($"Known to the API only: {string.Join(", ", fields)}");
        }
    }

    private static void Probe(VclWriter vcl, Backend backend, ServiceVersion version)
    {
        if (version.Healthchecks.FirstOrDefault(check => check.Name == backend.Healthcheck) is { } check)
        {
            vcl.Line().Block(".probe = {", () => Probe(vcl, check));
        }
        else if (backend.Hostname is { } host)
        {
            vcl.Line().Block(".probe = {", () => NamesOnly(vcl, backend.OverrideHost ?? host));
        }
    }

    private static void Probe(VclWriter vcl, Healthcheck check) => vcl
        .Property("expected_response", VclLiteral.Number(check.ExpectedResponse))
        .Property("initial", VclLiteral.Number(check.Initial))
        .Property("interval", VclLiteral.Duration(check.CheckInterval))
        .Property("request", string.Join(' ', ProbeRequest.Lines(check).Select(VclLiteral.Text)))
        .Property("threshold", VclLiteral.Number(check.Threshold))
        .Property("timeout", VclLiteral.Duration(check.Timeout))
        .Property("window", VclLiteral.Number(check.Window));

    // Fastly looks the name up again with each probe; a dummy one sends nothing.
    private static void NamesOnly(VclWriter vcl, string host) => vcl
        .Property("dummy", "true")
        .Property("initial", "5")
        .Property("request", $"\"HEAD / HTTP/1.1\" {VclLiteral.Text("Host: " + host)} \"Connection: close\"")
        .Property("threshold", "1")
        .Property("timeout", "2s")
        .Property("window", "5");

    private static void Text(VclWriter vcl, string name, string? text)
    {
        if (text is not null)
        {
            vcl.Property(name, VclLiteral.Text(text));
        }
    }
}
