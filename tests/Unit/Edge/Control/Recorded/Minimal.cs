using EdgeInfra.Model;

namespace Unit.Edge.Control.Recorded;

/// <summary>An object of each kind, with nothing but what it cannot do without.</summary>
internal static class Minimal
{
    public static INamed Of(ObjectKind kind, string name) => kind switch
    {
        ObjectKind.Domain => new Domain { Name = name },
        ObjectKind.Condition => new Condition { Name = name, Type = "REQUEST", Statement = "req.url" },
        ObjectKind.Healthcheck => new Healthcheck { Name = name, Host = "example.com", Path = "/" },
        ObjectKind.Backend => new Backend { Name = name, Address = "192.0.2.1" },
        ObjectKind.Director => new Director { Name = name },
        ObjectKind.Dictionary => new EdgeDictionary { Name = name },
        ObjectKind.Acl => new Acl { Name = name },
        ObjectKind.Header => new Header { Name = name, Action = "delete", Type = "request", Dst = "http.A" },
        ObjectKind.CacheSettings => new CacheSettings { Name = name },
        ObjectKind.RequestSettings => new RequestSettings { Name = name },
        ObjectKind.ResponseObject => new ResponseObject { Name = name },
        ObjectKind.Gzip => new Gzip { Name = name },
        ObjectKind.Snippet => new Snippet { Name = name, Type = "recv" },
        ObjectKind.Vcl => new VclFile { Name = name, Content = "" },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no name"),
    };
}
