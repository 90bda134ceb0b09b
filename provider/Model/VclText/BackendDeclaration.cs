namespace EdgeInfra.Model;

/// <summary>What a backend declaration says, as a backend.</summary>
internal static class BackendDeclaration
{
    /// <summary>Null when it says nowhere to connect to.</summary>
    public static Backend? Read(Declared declared, ProbeDeclarations probes, string serviceId, List<DeclarationProblem> problems)
    {
        var properties = new PropertyBag(declared.Properties, problems);
        var usual = new Backend { Name = declared.PlainName, Address = properties.Text("host") ?? "" };
        var shareKey = properties.Text("share_key");
        var backend = usual with
        {
            Port = properties.Port("port") ?? usual.Port,
            ConnectTimeout = properties.Duration("connect_timeout") ?? usual.ConnectTimeout,
            FirstByteTimeout = properties.Duration("first_byte_timeout") ?? usual.FirstByteTimeout,
            BetweenBytesTimeout = properties.Duration("between_bytes_timeout") ?? usual.BetweenBytesTimeout,
            MaxConn = properties.Number("max_connections") ?? usual.MaxConn,
            ErrorThreshold = properties.Number("saintmode_threshold") ?? usual.ErrorThreshold,
            ShareKey = shareKey == serviceId ? null : shareKey,
            OverrideHost = Host(properties),
            UseSsl = properties.Boolean("ssl") ?? false, // the port alone means nothing in VCL
            SslCheckCert = properties.OneOf("ssl_check_cert", "always", "never") != "never",
            SslCertHostname = properties.Text("ssl_cert_hostname"),
            SslSniHostname = properties.Text("ssl_sni_hostname"),
            MinTlsVersion = properties.Text("min_tls_version"),
            MaxTlsVersion = properties.Text("max_tls_version"),
            Healthcheck = properties.Find("probe") is { } probe ? probes.Of(declared, probe) : null,
        };
        Untold(properties);
        properties.RefuseUnknown();
        return Checked(declared, backend, problems);
    }

    private static string? Host(PropertyBag properties)
    {
        var (host, always) = (properties.Text("host_header"), properties.Boolean("always_use_host_header") ?? false);
        if (host is not null && !always)
        {
            properties.Warn("host_header", ".host_header has no effect without .always_use_host_header = true, and was left out.");
        }
        else if (host is null && always)
        {
            properties.Warn("always_use_host_header", ".always_use_host_header has no effect without .host_header.");
        }

        return always ? host : null;
    }

    // Properties that no field of the API stands for.
    private static void Untold(PropertyBag properties)
    {
        if (properties.Boolean("dynamic") == false)
        {
            properties.Warn("dynamic", ".dynamic = false has no field in the API: names are looked up again all the time.");
        }

        if (properties.Boolean("bypass_local_route_table") == true)
        {
            properties.Warn("bypass_local_route_table",
                ".bypass_local_route_table has no field in the API, and was left out: only VCL can set it, where Fastly allows it.");
        }
    }

    private static Backend? Checked(Declared declared, Backend backend, List<DeclarationProblem> problems)
    {
        var at = declared.Name;
        if (backend.Address.Length == 0)
        {
            problems.Add(new(at.Line, at.Column, $"{at.Text} needs a .host to connect to.", Severity.Error));
            return null;
        }

        problems.AddRange(RecordRules.Check(Backend.Fields, backend).Select(problem =>
            new DeclarationProblem(at.Line, at.Column, $"{at.Text}: {problem.Path} {problem.Message}", problem.Severity)));
        return backend;
    }
}
