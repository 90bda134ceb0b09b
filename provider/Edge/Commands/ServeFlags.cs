using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>The options of <c>serve</c> that say where visitors are served, and what they may do.</summary>
internal sealed class ServeFlags
{
    private const string Example = "127.0.0.1:8080";

    private readonly Option<string[]> _listen = Endpoints(ListenerWish.Plain, "Where visitors are served in HTTP/1.1; may be repeated. Port 0 takes a free one, once and for all.", Example);
    private readonly Option<string[]> _tls = Endpoints(ListenerWish.Tls, "Where visitors are served in TLS, HTTP/1.1 and HTTP/2; may be repeated.");
    private readonly Option<string[]> _http2 = Endpoints(ListenerWish.Http2, "Where visitors are served in HTTP/2 without TLS (prior knowledge); may be repeated.");
    private readonly Option<string[]> _proxy = Endpoints("--proxy-protocol", "A listener whose trusted peers begin with a PROXY header (v1 or v2); may be repeated.");

    private readonly Option<string?> _certificates = new("--certificates")
    {
        Description = "Folder of NAME.crt or NAME.pem with NAME.key, read again when they change; default.crt is for unknown names.", HelpName = "DIR",
    };

    private readonly Option<string[]> _from = new("--proxy-protocol-from")
    {
        Description = "Whose PROXY headers are believed; may be repeated.", HelpName = "ADDRESS/BITS", DefaultValueFactory = _ => [],
    };

    private readonly Option<long?> _body = Limit<long?>("--max-body", "Bytes of a request's body; 413 beyond. Unset: no limit.", 0);
    private readonly Option<long?> _cache = Limit<long?>("--cache-size", "Bytes of memory for cached answers; 0 caches nothing. Unset: 268435456.", 0);
    private readonly Option<int?> _connections = Limit<int?>("--max-connections", "Client connections of all listeners together. Unset: 65536.", 1);
    private readonly Option<int?> _perClient = Limit<int?>("--max-connections-per-client", "Client connections of one address. Unset: no limit.", 1);

    private readonly Option<string> _front = new("--front")
    {
        Description = "What serves --listen: sockets, or kestrel, which serves TLS and HTTP/2 in any case.", HelpName = "FRONT",
        DefaultValueFactory = _ => ProxyWish.Sockets,
    };

    private readonly Option<string?> _access = new("--access-log")
    {
        Description = "File of the access log, opened anew when it was moved and at SIGHUP; - for standard output. Unset: none.", HelpName = "FILE",
    };

    private readonly Option<string> _format = new("--access-log-format")
    {
        Description = "json, or a line in the notation of Apache's LogFormat.", HelpName = "FORMAT", DefaultValueFactory = _ => ProxyWish.JsonLines,
    };

    private readonly Option<string?> _traces = new("--traces")
    {
        Description = "Where spans are posted, OTLP in JSON, such as http://127.0.0.1:4318/v1/traces. Unset: traces pass by untouched.", HelpName = "URL",
    };

    public ServeFlags()
    {
        _front.AcceptOnlyFromAmong(ProxyWish.Sockets, ProxyWish.Kestrel);
        _from.Validators.Add(result =>
        {
            foreach (var text in result.GetValueOrDefault<string[]>() ?? [])
            {
                if (!IPNetwork.TryParse(text, out _))
                {
                    result.AddError($"{_from.Name} {text}: must be an address range, such as 10.0.0.0/8 or 192.0.2.7/32");
                }
            }
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_listen, _tls, _http2, _certificates, _proxy, _from, _body, _cache, _connections, _perClient, _front, _access, _format, _traces])
        {
            command.Options.Add(option);
        }
    }

    public ProxyWish Read(ParseResult parsed)
    {
        var proxied = Of(parsed, _proxy);
        var listeners = new[] { _listen, _tls, _http2 }
            .SelectMany(option => Of(parsed, option).Select(endpoint => new ListenerWish(option.Name, endpoint) { ProxyProtocol = proxied.Contains(endpoint) }))
            .ToList();
        var certificates = parsed.GetValue(_certificates);
        var wish = new ProxyWish(listeners)
        {
            Certificates = certificates is null ? null : Path.GetFullPath(certificates),
            ProxyProtocolFrom = [.. parsed.GetRequiredValue(_from).Select(text => IPNetwork.Parse(text))],
            MaxBody = parsed.GetValue(_body),
            CacheSize = parsed.GetValue(_cache) ?? ProxyWish.UsualCacheSize,
            MaxConnections = parsed.GetValue(_connections),
            MaxConnectionsPerClient = parsed.GetValue(_perClient),
            Front = parsed.GetRequiredValue(_front),
            AccessLog = parsed.GetValue(_access) is { Length: > 0 } file ? file == "-" ? file : Path.GetFullPath(file) : null,
            Traces = Uri.TryCreate(parsed.GetValue(_traces), UriKind.Absolute, out var traces) && (traces.Scheme is "http" or "https")
                ? traces : null,
            AccessFormat = parsed.GetRequiredValue(_format),
        };
        var complaints = Complaints(wish, proxied).ToList();
        if (wish.Traces is null && parsed.GetValue(_traces) is { } wrong)
        {
            complaints.Add($"--traces {wrong}: must be a URL such as http://127.0.0.1:4318/v1/traces");
        }

        return complaints.Count == 0 ? wish : throw new Complaint(string.Join('\n', complaints), Complaint.WrongInput);
    }

    private static IEnumerable<string> Complaints(ProxyWish wish, List<IPEndPoint> proxied)
    {
        var tls = wish.Listeners.FirstOrDefault(listener => listener.IsTls);
        if (tls is not null && wish.Certificates is null)
        {
            yield return $"{tls.Option} {tls.Endpoint}: give --certificates DIR too";
        }

        if (tls is null && wish.Certificates is not null)
        {
            yield return $"--certificates {wish.Certificates}: nobody would see them; give --listen-tls too";
        }

        if (wish.AccessLog is null && wish.AccessFormat != ProxyWish.JsonLines)
        {
            yield return $"--access-log-format {wish.AccessFormat}: give --access-log FILE too, or - for standard output";
        }

        foreach (var same in wish.Listeners.Where(listener => listener.Endpoint.Port != 0).GroupBy(listener => listener.Endpoint).Where(group => group.Count() > 1))
        {
            yield return $"{same.Last().Option} {same.Key}: {same.First().Option} has that address already; choose another port";
        }

        foreach (var stranger in proxied.Where(endpoint => wish.Listeners.All(listener => !listener.Endpoint.Equals(endpoint))))
        {
            yield return $"--proxy-protocol {stranger}: no --listen or --listen-tls has that address; it must be written as there";
        }

        if (proxied.Count > 0 != wish.ProxyProtocolFrom.Count > 0)
        {
            yield return proxied.Count > 0
                ? $"--proxy-protocol {proxied[0]}: give --proxy-protocol-from too, or anybody could claim any address"
                : $"--proxy-protocol-from {wish.ProxyProtocolFrom[0]}: give --proxy-protocol too, with the address of a listener";
        }
    }

    private static Option<string[]> Endpoints(string name, string description, params string[] otherwise)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "ADDRESS:PORT", DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            foreach (var text in result.GetValueOrDefault<string[]>() ?? [])
            {
                EndpointText.Check(result, name, text, Example);
            }
        });
        return option;
    }

    private static Option<T> Limit<T>(string name, string description, long least)
    {
        var option = new Option<T>(name) { Description = description, HelpName = "NUMBER" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && long.TryParse(token.Value, out var number) && number < least)
            {
                result.AddError($"{name} {number}: must be {least} or more");
            }
        });
        return option;
    }

    private static List<IPEndPoint> Of(ParseResult parsed, Option<string[]> option) =>
        [.. parsed.GetRequiredValue(option).Select(text => EndpointText.Parse(text)!)]; // validated while parsing
}
