using System.Net;
using System.Net.Sockets;

namespace EdgeInfra.Edge.Control;

/// <summary>Where the edge stands: one point of presence, on this machine, fetching from origins by the machine's own addresses.</summary>
internal sealed class PlaceRoutes(Func<IEnumerable<IPAddress>> addresses)
{
    public const string Code = "LOCAL";

    public IEnumerable<Route> All =>
    [
        new("GET", "/public-ip-list", _ => Addresses()) { Needs = Right.Known },
        new("GET", "/datacenters", _ => Datacenters()) { Needs = Right.Known },
    ];

    private Answer Addresses() => Answer.Json(json => Answer.Object(json, () =>
    {
        var all = addresses().Where(address => !address.IsIPv6LinkLocal).Select(address => (address.AddressFamily, Text: address.ToString())).Distinct().ToList();
        json.WritePropertyName("addresses");
        Answer.Array(json, all.Where(one => one.AddressFamily == AddressFamily.InterNetwork), one => json.WriteStringValue(one.Text + "/32"));
        json.WritePropertyName("ipv6_addresses");
        Answer.Array(json, all.Where(one => one.AddressFamily == AddressFamily.InterNetworkV6), one => json.WriteStringValue(one.Text + "/128"));
    }));

    // No shield: there is no second place to shield with.
    private static Answer Datacenters() => Answer.Json(json =>
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("code", Code);
        json.WriteString("name", "Local");
        json.WriteString("group", "Local");
        json.WriteStartObject("coordinates");
        foreach (var name in (string[])["x", "y", "latitude", "longitude"])
        {
            json.WriteNumber(name, 0);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    });
}
