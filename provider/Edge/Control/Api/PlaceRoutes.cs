using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>Where the edge stands: this machine, fetching from origins by its own addresses, and the other places it knows.</summary>
internal sealed class PlaceRoutes(Func<IEnumerable<IPAddress>> addresses, string? place = null, IReadOnlyList<string>? shields = null)
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

    private Answer Datacenters() => Answer.Json(json =>
    {
        json.WriteStartArray();
        One(json, place ?? Code, place);
        foreach (var shield in shields ?? [])
        {
            One(json, shield, shield);
        }

        json.WriteEndArray();
    });

    // A place without a name shields nobody: there is no second one.
    private static void One(Utf8JsonWriter json, string code, string? shield)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("name", shield ?? "Local");
        json.WriteString("group", "Local");
        json.WriteStartObject("coordinates");
        foreach (var name in (string[])["x", "y", "latitude", "longitude"])
        {
            json.WriteNumber(name, 0);
        }

        json.WriteEndObject();
        if (shield is not null)
        {
            json.WriteString("shield", shield);
        }

        json.WriteEndObject();
    }
}
