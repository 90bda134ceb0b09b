using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Fastly's variables as Varnish has them. Behind the cache the client's request is known only as far as it is passed on.</summary>
internal static class VarnishNames
{
    public static VarnishOperand? Of(string name, VarnishPlace place) => name switch
    {
        "now" => new("now") { Type = VclType.Time },
        "client.ip" or "server.ip" when place is VarnishPlace.Request or VarnishPlace.Delivery => new(name) { Type = VclType.Ip },
        "req.restarts" when place is VarnishPlace.Request or VarnishPlace.Delivery => new(name) { Type = VclType.Integer },
        "req.proto" when place is VarnishPlace.Request or VarnishPlace.Delivery => new(name),
        "beresp.status" when place == VarnishPlace.Answer => new(name) { Type = VclType.Integer },
        "beresp.ttl" when place == VarnishPlace.Answer => new(name) { Type = VclType.Rtime },
        "beresp.response" when place == VarnishPlace.Answer => new("beresp.reason"),
        "resp.status" or "obj.hits" when place == VarnishPlace.Delivery => new(name) { Type = VclType.Integer },
        "resp.response" when place == VarnishPlace.Delivery => new("resp.reason"),
        _ => OfMessage(name, place),
    };

    private static VarnishOperand? OfMessage(string name, VarnishPlace place)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (owner, rest) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        var there = (owner, place) switch
        {
            ("req", VarnishPlace.Request or VarnishPlace.Delivery) => "req",
            ("req" or "bereq", VarnishPlace.Fetch or VarnishPlace.Answer) => "bereq",
            ("beresp", VarnishPlace.Answer) => "beresp",
            ("resp", VarnishPlace.Delivery) => "resp",
            _ => null,
        };
        return there is null ? null : rest.StartsWith("http.", StringComparison.Ordinal) ? Header($"{there}.{rest}") : Line(there, owner, rest);
    }

    private static VarnishOperand? Header(string name) =>
        name.Contains(':', StringComparison.Ordinal) ? null : new(name) { IsSet = name };

    private static VarnishOperand? Line(string there, string owner, string rest) => (there, rest) switch
    {
        ("beresp" or "resp", _) => null,
        (_, "url") => new($"{there}.url"),
        (_, "url.path") => new($"regsub({there}.url, \"\\?.*$\", \"\")"),
        (_, "url.qs") => new($"regsub({there}.url, \"^[^?]*\\??\", \"\")"),
        (_, "url.basename") => new($"regsub(regsub({there}.url, \"\\?.*$\", \"\"), \"^.*/\", \"\")"),

        // To fill its cache, Varnish asks the origin with GET, whatever the client's method was.
        (_, "method" or "request") when (owner == "req") == (there == "req") => new($"{there}.method"),
        _ => null,
    };
}
