using System.Globalization;
using static EdgeInfra.Model.Vcl.VclScope;

namespace EdgeInfra.Model.Vcl;

/// <summary>The table of variables. A frame has the view a variable names: the compiler has seen to it.</summary>
internal static class Variables
{
    public const string Groups = "re.group.";

    private static readonly Dictionary<string, Variable> Known = new(StringComparer.Ordinal)
    {
        ["req.method"] = Text(All, VclViews.Request, frame => frame.Request.Method),
        ["req.request"] = Text(All, VclViews.Request, frame => frame.Request.Method),
        ["client.ip"] = new(All, VclViews.Request, _ => new Code<System.Net.IPAddress?>(
            VclType.Ip, frame => frame.Request.Client, address => address?.ToString())),
        ["req.is_ipv6"] = Bool(All, VclViews.Request,
            frame => frame.Request.Client.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6),
        ["now"] = new(All, VclViews.None, environment => Values.Time(_ => environment.Time.GetUtcNow())),
        ["now.sec"] = new(All, VclViews.None, environment => new TextCode(_ => Seconds(environment.Time.GetUtcNow()))),

        ["req.proto"] = Text(All, VclViews.Connection, frame => frame.Connection!.Protocol),
        ["req.protocol"] = Text(All, VclViews.Connection, frame => frame.Connection!.IsTls ? "https" : "http"),
        ["req.is_ssl"] = Bool(All, VclViews.Connection, frame => frame.Connection!.IsTls),
        ["fastly_info.edge.is_tls"] = Bool(All, VclViews.Connection, frame => frame.Connection!.IsTls),
        ["fastly_info.is_h2"] = Bool(All, VclViews.Connection, frame => frame.Connection!.Protocol is "HTTP/2" or "HTTP/2.0"),
        ["fastly_info.is_h3"] = Bool(All, VclViews.Connection, frame => frame.Connection!.Protocol is "HTTP/3" or "HTTP/3.0"),
        ["req.restarts"] = Integer(All, VclViews.Connection, frame => frame.Connection!.Restarts),
        ["fastly.ff.visits_this_service"] = Integer(All, VclViews.Connection, frame => frame.Connection!.Visits),
        ["req.backend.is_origin"] = Bool(Miss | Fetch | Deliver, VclViews.Connection, frame => frame.Connection!.AsksOrigin),
        ["req.service_id"] = Text(All, VclViews.Connection, frame => frame.Connection!.ServiceId),
        ["req.vcl.version"] = Integer(All, VclViews.Connection, frame => frame.Connection!.ServiceVersion),
        ["req.xid"] = Text(All, VclViews.Connection, frame => frame.Connection!.RequestId),
        ["client.port"] = Integer(All, VclViews.Connection, frame => frame.Connection!.ClientPort),
        ["client.requests"] = Integer(All, VclViews.Connection, frame => frame.Connection!.ClientRequests),
        ["server.ip"] = new(All, VclViews.Connection, _ => Values.Ip(frame => frame.Connection!.ServerAddress)),
        ["server.port"] = Integer(All, VclViews.Connection, frame => frame.Connection!.ServerPort),
        ["server.hostname"] = Text(All, VclViews.Connection, frame => frame.Connection!.ServerName),
        ["server.identity"] = Text(All, VclViews.Connection, frame => $"{frame.Connection!.ServerName}-{frame.Connection.Datacenter}"),
        ["server.datacenter"] = Text(All, VclViews.Connection, frame => frame.Connection!.Datacenter),
        ["server.region"] = Text(All, VclViews.Connection, frame => frame.Connection!.Region),
        ["time.start"] = new(All, VclViews.Connection, _ => Values.Time(frame => frame.Connection!.Started)),
        ["time.start.sec"] = Text(All, VclViews.Connection, frame => Seconds(frame.Connection!.Started)),
        ["time.elapsed"] = new(All, VclViews.Connection,
            environment => Values.Rtime(frame => environment.Time.GetUtcNow() - frame.Connection!.Started)),

        ["bereq.method"] = Text(Miss | Fetch, VclViews.OriginRequest, frame => frame.OriginRequest!.Method),
        ["bereq.request"] = Text(Miss | Fetch, VclViews.OriginRequest, frame => frame.OriginRequest!.Method),

        ["beresp.status"] = Integer(Fetch, VclViews.Response, frame => frame.Response!.Status),
        ["beresp.response"] = Text(Fetch, VclViews.Response, frame => frame.Response!.Reason),
        ["beresp.proto"] = Text(Fetch, VclViews.Response, frame => frame.Response!.Protocol),
        ["beresp.cacheable"] = Bool(Fetch, VclViews.CachedObject, frame => frame.CachedObject!.Cacheable),
        ["beresp.ttl"] = Rtime(Fetch, frame => frame.CachedObject!.Ttl),
        ["beresp.age"] = Rtime(Fetch, frame => frame.CachedObject!.Age),
        ["beresp.stale_while_revalidate"] = Rtime(Fetch, frame => frame.CachedObject!.StaleWhileRevalidate),
        ["beresp.stale_if_error"] = Rtime(Fetch, frame => frame.CachedObject!.StaleIfError),

        ["resp.status"] = Integer(Deliver, VclViews.Response, frame => frame.Response!.Status),
        ["resp.response"] = Text(Deliver, VclViews.Response, frame => frame.Response!.Reason),
        ["resp.proto"] = Text(Deliver, VclViews.Response, frame => frame.Response!.Protocol),
        ["obj.hits"] = Integer(Deliver, VclViews.CachedObject, frame => frame.CachedObject!.Hits),
        ["obj.ttl"] = Rtime(Deliver, frame => frame.CachedObject!.Ttl),
        ["obj.age"] = Rtime(Deliver, frame => frame.CachedObject!.Age),
        ["fastly_info.state"] = Text(Deliver, VclViews.CachedObject, frame => frame.CachedObject!.State),
    };

    private static readonly Dictionary<string, Variable> Headers = new(StringComparer.Ordinal)
    {
        ["req.http."] = Text(All, VclViews.Request, _ => null),
        ["bereq.http."] = Text(Miss | Fetch, VclViews.OriginRequest, _ => null),
        ["beresp.http."] = Text(Fetch, VclViews.Response, _ => null),
        ["resp.http."] = Text(Deliver, VclViews.Response, _ => null),
    };

    static Variables()
    {
        AddUrl("req", All, VclViews.Request, frame => frame.Request);
        AddUrl("bereq", Miss | Fetch, VclViews.OriginRequest, frame => frame.OriginRequest!);
    }

    public static IEnumerable<string> Names(VclScope scope) =>
        Known.Where(known => known.Value.Scopes.HasFlag(scope)).Select(known => known.Key);

    /// <summary>What stands before the names of headers: <c>req.http.</c> and the others of the scope.</summary>
    public static IEnumerable<string> Prefixes(VclScope scope) =>
        Headers.Where(known => known.Value.Scopes.HasFlag(scope)).Select(known => known.Key);

    /// <summary>The variable, whatever its scopes, or null.</summary>
    public static Variable? Find(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (name.StartsWith(Groups, StringComparison.Ordinal) && name.Length == Groups.Length + 1 && char.IsAsciiDigit(name[^1]))
        {
            var number = name[^1] - '0';
            return Text(All, VclViews.None, frame => frame.Captures?.Group(number));
        }

        var prefix = Headers.Keys.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length);
        return prefix is null ? null : Header(prefix, name[prefix.Length..]);
    }

    // null for what cannot be the name of a header. After a colon stands a field within the header, as in Cookie:session.
    private static Variable? Header(string prefix, string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (header, field) = colon < 0 ? (name, null) : (name[..colon], name[(colon + 1)..]);
        if (header.Length == 0 || field?.Length == 0 || !header.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return null;
        }

        Get<string?> read = prefix switch
        {
            "req.http." => frame => frame.Request.Header(header),
            "bereq.http." => frame => frame.OriginRequest!.Header(header),
            _ => frame => frame.Response!.Header(header),
        };
        return Headers[prefix] with { Code = _ => new TextCode(field is null ? read : Field(header, field, read)) };
    }

    private static Get<string?> Field(string header, string field, Get<string?> read)
    {
        var separator = header.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? ';' : ',';
        return frame => Subfield.Find(read(frame), field, separator);
    }

    private static void AddUrl(string owner, VclScope scopes, VclViews view, Func<VclFrame, IRequestView> request)
    {
        Known[$"{owner}.url"] = Text(scopes, view, frame => request(frame).Url);
        Known[$"{owner}.url.path"] = Span(scopes, view, frame => UrlText.Path(request(frame).Url));
        Known[$"{owner}.url.qs"] = Span(scopes, view, frame => UrlText.Query(request(frame).Url));
        Known[$"{owner}.url.basename"] = Span(scopes, view, frame => UrlText.Name(request(frame).Url));
        Known[$"{owner}.url.dirname"] = Span(scopes, view, frame => UrlText.Folder(request(frame).Url));
        Known[$"{owner}.url.ext"] = Span(scopes, view, frame => UrlText.Extension(request(frame).Url));
    }

    private delegate ReadOnlySpan<char> Part(VclFrame frame);

    private static Variable Text(VclScope scopes, VclViews view, Get<string?> read) => new(scopes, view, _ => new TextCode(read));

    private static Variable Span(VclScope scopes, VclViews view, Part part) =>
        new(scopes, view, _ => new TextCode((frame, out isSet) =>
    {
        isSet = true;
        return part(frame);
    }));

    private static Variable Bool(VclScope scopes, VclViews view, Get<bool> read) => new(scopes, view, _ => Values.Bool(read));

    private static Variable Integer(VclScope scopes, VclViews view, Get<long> read) =>
        new(scopes, view, _ => Values.Integer(read));

    private static Variable Rtime(VclScope scopes, Get<TimeSpan> read) =>
        new(scopes, VclViews.CachedObject, _ => Values.Rtime(read));

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
