using System.Globalization;
using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>The last two minutes of traffic, as Fastly's real-time host tells them. Pass each answer's Timestamp in the next call.</summary>
internal sealed class RealTimeRoutes(ServiceRegister services, TrafficHistory traffic, TimeProvider clock)
{
    private const string Since = "/v1/channel/{channel}/ts/{time}", AllThereIs = "h";

    public IEnumerable<Route> All =>
    [
        new("GET", Since, call => Of(call, int.MaxValue)),
        new("GET", Since + "/limit/{limit}", call =>
            Number(call.Arguments[2]) is { } limit and > 0 and <= int.MaxValue ? Of(call, (int)limit)
            : Answer.Of(Refusals.BadRequest($"limit is \"{call.Arguments[2]}\", but must be a whole number above 0"))),
    ];

    private Answer Of(ControlCall call, int limit)
    {
        var (channel, time) = (call.Arguments[0], call.Arguments[1]);
        if (call.Caller.Refuse(Right.Read, channel) is { } refusal)
        {
            return Answer.Of(refusal);
        }

        return time != AllThereIs && Number(time) is null
            ? Answer.Of(Refusals.BadRequest($"the time is \"{time}\", but must be unix seconds, 0 or {AllThereIs}"))
            : Answer.Of(services.Find(channel), service => Shown(service.Id, time, limit));
    }

    private Answer Shown(string service, string time, int limit) => Answer.Json(json => Answer.Object(json, () =>
    {
        // 0 means the newest there is.
        var (since, most) = time == AllThereIs ? (0, limit) : (Number(time)!.Value, time == "0" ? 1 : limit);
        json.WritePropertyName("Data");
        Answer.Array(
            json, traffic.RecentOf(service).Where(one => one.Start.ToUnixTimeSeconds() > since).TakeLast(most),
            recent => Write(json, recent));
        json.WriteNumber("Timestamp", clock.GetUtcNow().ToUnixTimeSeconds());
        json.WriteNumber("AggregateDelay", (int)TrafficHistory.Pause.TotalSeconds);
        json.WriteNull("Error");
    }));

    private static void Write(Utf8JsonWriter json, TrafficMinute recent) => Answer.Object(json, () =>
    {
        json.WriteStartObject("datacenter");
        json.WritePropertyName(PlaceRoutes.Code);
        Fields(json, recent.Totals);
        json.WriteEndObject();
        json.WritePropertyName("aggregated");
        Fields(json, recent.Totals);
        json.WriteNumber("recorded", recent.Start.ToUnixTimeSeconds());
    });

    private static void Fields(Utf8JsonWriter json, TrafficTotals totals) => Answer.Object(json, () =>
    {
        foreach (var (name, of) in StatsFields.All)
        {
            json.WriteNumber(name, of(totals));
        }
    });

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
