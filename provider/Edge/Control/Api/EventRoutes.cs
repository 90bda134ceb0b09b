using System.Globalization;
using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What happened to the account, read back from the audit log, in the shape of Fastly's events.</summary>
internal sealed class EventRoutes(AuditLog audit)
{
    private const int DefaultPage = 20, LargestPage = 1000;
    private static readonly ValueList<string> Filters =
    [
        "filter[event_type]", "filter[service_id]", "filter[token_id]", "filter[user_id]", "filter[customer_id]",
        "filter[created_at][lt]", "filter[created_at][lte]", "filter[created_at][gt]", "filter[created_at][gte]",
        "page[number]", "page[size]", "sort",
    ];

    private const string CreatedAt = "filter[created_at]";

    public IEnumerable<Route> All =>
    [
        new("GET", "/events", List) { Takes = new() { Query = Filters } },
        new("GET", "/events/{event}", One),
    ];

    private Answer List(ControlCall call)
    {
        var size = Math.Min(Paging.Positive(call.Query("page[size]"), DefaultPage), LargestPage);
        var page = Paging.Positive(call.Query("page[number]"), 1);
        var found = Seen(call).Where(entry => IsWanted(entry, call)).ToList();
        if (call.Query("sort") != "created_at")
        {
            found.Reverse(); // the newest first, unless asked otherwise
        }

        var pages = Math.Max(1, (found.Count + size - 1) / size);
        return Answer.Json(json => Answer.Object(json, () =>
        {
            json.WritePropertyName("data");
            Answer.Array(json, found.Skip((page - 1) * size).Take(size), entry => Write(json, entry));
            json.WriteStartObject("links");
            json.WriteString("last", string.Create(CultureInfo.InvariantCulture, $"/events?page[number]={pages}&page[size]={size}"));
            json.WriteEndObject();
            json.WriteStartObject("meta");
            json.WriteNumber("current_page", page);
            json.WriteNumber("per_page", size);
            json.WriteNumber("record_count", found.Count);
            json.WriteNumber("total_pages", pages);
            json.WriteEndObject();
        }));
    }

    private Answer One(ControlCall call) =>
        Seen(call).FirstOrDefault(entry => entry.Id == call.Arguments[0]) is not { } entry
            ? Answer.Of(Refusals.NoEvent(call.Arguments[0]))
            : Answer.Json(json => Answer.Object(json, () =>
            {
                json.WritePropertyName("data");
                Write(json, entry);
            }));

    private IEnumerable<AuditEntry> Seen(ControlCall call) =>
        from entry in audit.Read()
        where entry.Event is not null
        where call.Caller.Services.Count == 0 || (entry.Service is { } service && call.Caller.Sees(service))
        select entry;

    // Times of one form compare as texts do.
    private static bool IsWanted(AuditEntry entry, ControlCall call) =>
        Is(call.Query("filter[event_type]"), entry.Event)
        && Is(call.Query("filter[service_id]"), entry.Service)
        && Is(call.Query("filter[token_id]"), entry.Token)
        && Is(call.Query("filter[user_id]"), Account.User)
        && Is(call.Query("filter[customer_id]"), Account.Customer)
        && Compared(call.Query(CreatedAt + "[lt]"), entry, order => order < 0)
        && Compared(call.Query(CreatedAt + "[lte]"), entry, order => order <= 0)
        && Compared(call.Query(CreatedAt + "[gt]"), entry, order => order > 0)
        && Compared(call.Query(CreatedAt + "[gte]"), entry, order => order >= 0);

    private static bool Is(string? wanted, string? value) => string.IsNullOrEmpty(wanted) || wanted == value;

    private static bool Compared(string? limit, AuditEntry entry, Func<int, bool> holds) =>
        string.IsNullOrEmpty(limit) || holds(string.CompareOrdinal(entry.When, limit));

    private static void Write(Utf8JsonWriter json, AuditEntry entry) => Answer.Object(json, () =>
    {
        json.WriteString("id", entry.Id);
        json.WriteString("type", "event");
        json.WriteStartObject("attributes");
        json.WriteBoolean("admin", false);
        json.WriteString("created_at", entry.When);
        json.WriteString("customer_id", Account.Customer);
        json.WriteString("description", EventTypes.Describe(entry));
        json.WriteString("event_type", entry.Event);
        json.WriteString("ip", entry.Who);
        json.WriteStartObject("metadata");
        if (entry.Version is { } version)
        {
            json.WriteString("version_number", version);
        }

        json.WriteEndObject();
        json.WriteString("service_id", entry.Service);
        json.WriteString("token_id", entry.Token);
        json.WriteString("user_id", Account.User);
        json.WriteEndObject();
    });
}
