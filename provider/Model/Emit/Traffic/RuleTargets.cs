namespace EdgeInfra.Model;

/// <summary>Reads what a header rule changes, and says no where the edge itself must decide.</summary>
internal static class RuleTargets
{
    private const string Http = "http.";

    private static readonly HashSet<string> Framing = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Upgrade",
        "Proxy-Authenticate", "Proxy-Authorization", "Expect",
    };

    private static readonly HashSet<string> Signed = new(StringComparer.OrdinalIgnoreCase)
    {
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Fastly-Client-IP", "Fastly-SSL", "Fastly-FF", "CDN-Loop",
    };

    /// <summary>The target, or null and the problem.</summary>
    public static RuleTarget? Read(Header header, out Problem? problem)
    {
        var target = header.Dst.StartsWith(Http, StringComparison.OrdinalIgnoreCase) ? OfHeader(header.Dst[Http.Length..]) : header.Dst switch
        {
            "url" when header.Type is "request" or "fetch" => new(RulePart.Url),
            "backend" when header.Type == "request" => new(RulePart.Backend),
            "status" when header.Type is "cache" or "response" => new(RulePart.Status),
            "response" when header.Type is "cache" or "response" => new(RulePart.Reason),
            _ => null,
        };
        problem = target is null ? Problems.BadRuleTarget(header.Dst, header.Type, Allowed(header.Type)) : Refuse(header, target);
        return problem is null ? target : null;
    }

    private static Problem? Refuse(Header header, RuleTarget target)
    {
        var toOrigin = header.Type is "request" or "fetch";
        return Framing.Contains(target.Header) || (!toOrigin && Same(target, "Host"))
                ? Problems.RuleBreaksFraming(target.Header)
            : toOrigin && Signed.Contains(target.Header) ? Problems.RuleForgesEdge(target.Header)
            : target.Field is not null && Same(target, "Host") ? Problems.BadRuleTarget(header.Dst, header.Type, Allowed(header.Type))
            : header.Action == "delete" && (target.Part != RulePart.Header || Same(target, "Host"))
                ? Problems.RuleCannotDelete(header.Dst)
            : header.Action != "set" && target.Part == RulePart.Backend ? Problems.RuleMustSet(header.Action)
            : null;
    }

    private static bool Same(RuleTarget target, string name) => target.Header.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static RuleTarget? OfHeader(string text)
    {
        var parts = text.Split(':');
        return parts.Length <= 2 && char.IsAsciiLetter(parts[0].FirstOrDefault())
            && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            ? new(RulePart.Header, parts[0], parts.ElementAtOrDefault(1))
            : null;
    }

    private static string Allowed(string type) => type switch
    {
        "request" => "http.NAME, http.NAME:FIELD, url or backend",
        "fetch" => "http.NAME, http.NAME:FIELD or url",
        _ => "http.NAME, http.NAME:FIELD, status or response",
    };
}
