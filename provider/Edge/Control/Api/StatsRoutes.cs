using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about what has been served, from the runtime's own counters.</summary>
internal sealed class StatsRoutes(ServiceRegister services, TrafficHistory traffic, TimeProvider clock)
{
    private static readonly Takes Times = new() { Query = ["from", "to", "by", "region"] };

    public IEnumerable<Route> All =>
    [
        new("GET", "/stats", call => OfServices(call, null)) { Takes = Times },
        new("GET", "/stats/regions", call => Of(call, (json, _) => Answer.Array(json, [StatsQuery.Local], json.WriteStringValue))) { Takes = Times },
        new("GET", "/stats/aggregate", Aggregate) { Takes = Times },
        new("GET", "/stats/usage", call => Usage(call, byService: false)) { Takes = Times },
        new("GET", "/stats/usage_by_service", call => Usage(call, byService: true)) { Takes = Times },
        new("GET", "/stats/field/{field}", call => Field(call.Arguments[0], name => OfServices(call, name))) { Takes = Times },
        new("GET", "/stats/service/{id}", call => OfService(call, null)) { Takes = Times },
        new("GET", "/stats/service/{id}/field/{field}", call => Field(call.Arguments[1], name => OfService(call, name))) { Takes = Times },
    ];

    private Answer OfService(ControlCall call, string? field) => Answer.Of(services.Find(call.Arguments[0]), service =>
        Of(call, (json, query) => Rows(json, query.Select(traffic.Of(service.Id)), service.Id, field)));

    private Answer OfServices(ControlCall call, string? field) => Of(call, (json, query) => Answer.Object(json, () =>
    {
        foreach (var service in Seen(call))
        {
            json.WritePropertyName(service.Id);
            Rows(json, query.Select(traffic.Of(service.Id)), service.Id, field);
        }
    }));

    private Answer Aggregate(ControlCall call) => Of(call, (json, query) =>
        Rows(json, query.Select(Seen(call).SelectMany(service => traffic.Of(service.Id))), null, null));

    private Answer Usage(ControlCall call, bool byService) => Of(call, (json, query) => Answer.Object(json, () =>
    {
        var used = Seen(call).Select(service => (service.Id, Minutes: query.Select(traffic.Of(service.Id)).ToList())).ToList();
        json.WritePropertyName(StatsQuery.Local);
        if (byService)
        {
            Answer.Object(json, () =>
            {
                foreach (var (id, minutes) in used.Where(one => one.Minutes.Count > 0))
                {
                    json.WritePropertyName(id);
                    WriteUsage(json, minutes);
                }
            });
        }
        else
        {
            WriteUsage(json, used.SelectMany(one => one.Minutes));
        }
    }));

    private static void WriteUsage(Utf8JsonWriter json, IEnumerable<TrafficMinute> minutes) => Answer.Object(json, () =>
    {
        var sum = minutes.Aggregate(new TrafficTotals(""), (sum, minute) => sum + minute.Totals);
        json.WriteNumber("bandwidth", sum.BodyBytes);
        json.WriteNumber("requests", sum.Requests);
        json.WriteNumber("compute_requests", 0); // there are none: only VCL services are served
    });

    private static void Rows(Utf8JsonWriter json, IEnumerable<TrafficMinute> minutes, string? service, string? field) =>
        Answer.Array(json, minutes, minute => Answer.Object(json, () =>
        {
            foreach (var (name, of) in StatsFields.All.Where(one => field is null || one.Name == field))
            {
                json.WriteNumber(name, of(minute.Totals));
            }

            if (service is not null)
            {
                json.WriteString("service_id", service);
            }

            json.WriteNumber("start_time", minute.Start.ToUnixTimeSeconds());
        }));

    private static Answer Field(string name, Func<string, Answer> answer) => StatsFields.All.Any(field => field.Name == name)
        ? answer(name)
        : Answer.Of(Refusals.BadRequest($"'{name}' is not counted here, only {string.Join(", ", StatsFields.All.Select(field => field.Name))}"));

    private IEnumerable<ServiceState> Seen(ControlCall call) => services.All.Where(service => call.Caller.Sees(service.Id));

    private Answer Of(ControlCall call, Action<Utf8JsonWriter, StatsQuery> write) =>
        Answer.Of(StatsQuery.Of(call, clock.GetUtcNow()), query => Answer.Json(json => Answer.Object(json, () =>
        {
            json.WritePropertyName("data");
            write(json, query);
            json.WriteStartObject("meta");
            json.WriteString("to", StatsTime.Write(query.To));
            json.WriteString("from", StatsTime.Write(query.From));
            json.WriteString("by", query.By);
            json.WriteString("region", query.Region);
            json.WriteEndObject();
            json.WriteString("status", "success");
            json.WriteNull("msg");
        })));
}
