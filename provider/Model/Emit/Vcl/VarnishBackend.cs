namespace EdgeInfra.Model;

/// <summary>A backend's declaration for open-source Varnish, and what must happen before a request goes to it.</summary>
internal static class VarnishBackend
{
    private static readonly string[] Ignored =
    [
        "fetch_timeout", "max_use", "max_lifetime", "keepalive_time", "prefer_ipv6", "share_key", "error_threshold",
        "tcp_keepalive_enable", "tcp_keepalive_time", "tcp_keepalive_interval", "tcp_keepalive_probes",
    ];

    /// <summary>Whether Varnish can speak to it at all.</summary>
    public static bool IsReachable(Backend backend) => backend.UseSsl != true;

    public static void Write(VclWriter vcl, Backend backend, ServiceVersion version, bool used)
    {
        var name = VclName.For(backend.Name);
        if (!used)
        {
            vcl.Comment($"No request goes to {backend.Name}.").Line();
            return;
        }

        if (!IsReachable(backend))
        {
            vcl.Line($"backend {name} none;").Line();
            return;
        }

        vcl.Block($"backend {name} {{", () =>
        {
            vcl.Property("between_bytes_timeout", VclLiteral.Duration(backend.BetweenBytesTimeout))
                .Property("connect_timeout", VclLiteral.Duration(backend.ConnectTimeout))
                .Property("first_byte_timeout", VclLiteral.Duration(backend.FirstByteTimeout))
                .Property("host", Text(backend.Address))
                .Property("max_connections", VclLiteral.Number(backend.MaxConn))
                .Property("port", Text(VclLiteral.Number(backend.Port)));
            if (version.Healthchecks.FirstOrDefault(check => check.Name == backend.Healthcheck) is { } check)
            {
                VarnishProbe.Write(vcl, check);
            }
        }).Line();
    }

    /// <summary>Header rules, and the host of the backend: only here is it known which one a director has chosen.</summary>
    public static void WriteFetch(VclWriter vcl, VarnishScript script, IEnumerable<Backend> used)
    {
        var overriding = used.Where(backend => IsReachable(backend) && backend.OverrideHost is not null).ToList();
        if (overriding.Count == 0 && script.Version.Headers.All(header => header.Type != "fetch"))
        {
            return;
        }

        vcl.Line().Block("sub vcl_backend_fetch {", () =>
        {
            VarnishHeaders.Write(vcl, script, "fetch", VarnishPlace.Fetch);
            if (overriding.Count > 0)
            {
                vcl.Line("set bereq.backend = bereq.backend.resolve();");
            }

            foreach (var backend in overriding)
            {
                vcl.Block($"if (bereq.backend == {VclName.For(backend.Name)}) {{",
                    () => vcl.Line($"set bereq.http.Host = {Text(backend.OverrideHost!)};"));
            }
        });
    }

    public static IEnumerable<Problem> Problems(Backend backend)
    {
        if (!IsReachable(backend))
        {
            yield return VarnishProblems.Tls(backend.Name);
            yield break;
        }

        if (backend.Hostname is { } host)
        {
            yield return VarnishProblems.HostName(backend.Name, host);
        }

        if (!string.IsNullOrEmpty(backend.Shield))
        {
            yield return VarnishProblems.Shielded(backend.Name);
        }

        var fields = Ignored.Where(name => Backend.Fields.First(field => field.WireName == name) is var field
            && !Equals(Backend.Fields.ValueOf(backend, field), field.Default)).ToList();
        if (fields.Count > 0)
        {
            yield return VarnishProblems.Fields(backend.Name, fields);
        }
    }

    private static string Text(string text) => VarnishLiteral.Text(text) ?? "\"\"";
}
