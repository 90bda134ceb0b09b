using EdgeInfra.Model;

namespace Unit.Edge.Proxy;

/// <summary>A request as a choice sees it.</summary>
internal sealed record View(string Url = "/", string Host = "www.example.com", string ClientIp = "192.0.2.7") : IRequestView
{
    public string Method => "GET";

    public string? Header(string name) => name == "Host" ? Host : null;
}
