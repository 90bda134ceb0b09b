using System.Globalization;
using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about tokens, and about whom a token belongs to.</summary>
internal sealed class TokenRoutes(TokenRegister tokens, ServiceRegister services, TimeProvider clock)
{
    private const int LongestName = 255;

    public IEnumerable<Route> All =>
    [
        new("GET", "/tokens/self", call => Shown(call.Caller)) { Needs = Right.Known },
        new("DELETE", "/tokens/self", call => Deleted([call.Caller.Id])) { Needs = Right.Known },
        new("GET", "/tokens", List),
        new("GET", "/customer/{customer}/tokens", call => call.Arguments[0] == Account.Customer ? List(call) : Answer.Of(Refusals.NoCustomer(call.Arguments[0]))),
        new("POST", "/tokens", Create) { Takes = new() { Fields = ["name", "scope", "services", "expires_at"] } },
        new("DELETE", "/tokens", DeleteMany) { Takes = new() { Fields = ["data"] } },
        new("DELETE", "/tokens/{token}", call => Deleted([call.Arguments[0]])),
        new("GET", "/verify", Verify) { Needs = Right.Known },
        new("GET", "/current_user", CurrentUser) { Needs = Right.Known },
    ];

    private Answer Shown(Token token) => Answer.Json(json => TokenJson.Write(json, token, tokens.LastUse(token)));

    // A token for some services only learns nothing about the others' tokens.
    private Answer List(ControlCall call) => Answer.Json(json => Answer.Array(
        json,
        tokens.All.Where(token => call.Caller.Services.Count == 0 || token.Id == call.Caller.Id),
        token => TokenJson.Write(json, token, tokens.LastUse(token))));

    private Answer Create(ControlCall call)
    {
        var failures = new List<string>();
        var scopes = ScopesOf(call.Field("scope"), failures);
        var limits = ServicesOf(call.Field("services"), failures);
        var expires = ExpiryOf(call.Field("expires_at"), failures);
        var name = call.Field("name") ?? "";
        if (name.Length > LongestName)
        {
            failures.Add($"name is {name.Length} characters long, but must be at most {LongestName}.");
        }

        if (failures.Count > 0)
        {
            return Answer.Of(Refusals.Invalid(failures));
        }

        var created = tokens.Create(name, scopes, limits, expires, out var secret);
        return Answer.Of(created, token => Answer.Json(json => TokenJson.Write(json, token, null, secret)));
    }

    private static ValueList<string> ScopesOf(string? text, List<string> failures)
    {
        var scopes = string.IsNullOrEmpty(text) ? [Scopes.Global] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToValueList();
        failures.AddRange(scopes.Where(scope => !Scopes.All.Contains(scope))
            .Select(scope => $"scope is \"{scope}\", but must be one of {string.Join(", ", Scopes.All)}."));
        return scopes;
    }

    private ValueList<string> ServicesOf(string? text, List<string> failures)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var ids = Texts(text) ?? [text];
        failures.AddRange(ids.Where(id => services.Find(id).Value is null).Select(id => $"services names \"{id}\", but there is no such service."));
        return ids.ToValueList();
    }

    private DateTimeOffset? ExpiryOf(string? text, List<string> failures)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            failures.Add($"expires_at is \"{text}\", but must be a time such as 2030-01-31T12:00:00Z.");
        }
        else if (time <= clock.GetUtcNow())
        {
            failures.Add($"expires_at is {Timestamp.Write(time)}, which has passed: choose a later time.");
        }

        return time;
    }

    private Answer DeleteMany(ControlCall call) => TokenIds(call.Field("data")) is { Count: > 0 } ids
        ? Deleted(ids)
        : Answer.Of(Refusals.BadRequest("""The body must be {"data":[{"type":"token","id":"…"}]} with at least one token"""));

    private Answer Deleted(IReadOnlyCollection<string> ids) => Answer.Of(tokens.Delete(ids), _ => Answer.Nothing);

    private static List<string>? TokenIds(string? data)
    {
        using var json = Parsed(data);
        return json is null || json.RootElement.ValueKind != JsonValueKind.Array
            || json.RootElement.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object || !HasId(item))
            ? null
            : [.. json.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    private static bool HasId(JsonElement item) => item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String;

    private static string[]? Texts(string text)
    {
        using var json = Parsed(text);
        return json?.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. json.RootElement.EnumerateArray().Select(item => item.GetString()!)]
            : null;
    }

    private static JsonDocument? Parsed(string? text)
    {
        try
        {
            return text is null ? null : JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Answer Verify(ControlCall call) => Answer.Json(json => Answer.Object(json, () =>
    {
        json.WriteStartObject("customer");
        json.WriteString("id", Account.Customer);
        json.WriteString("name", Account.Name);
        json.WriteEndObject();
        json.WriteStartObject("user");
        json.WriteString("id", Account.User);
        json.WriteString("name", Account.Name);
        json.WriteString("login", Account.Login);
        json.WriteEndObject();
        json.WriteStartObject("services");
        foreach (var service in services.All.Where(service => call.Caller.Sees(service.Id)))
        {
            json.WriteString(service.Id, service.Declared.Name);
        }

        json.WriteEndObject();
        json.WriteStartObject("token");
        json.WriteString("id", call.Caller.Id);
        json.WriteString("name", call.Caller.Name);
        json.WriteString("created_at", Timestamp.Write(call.Caller.Created));
        TokenJson.Time(json, "expires_at", call.Caller.Expires);
        json.WriteString("scope", string.Join(' ', call.Caller.Scopes));
        json.WriteEndObject();
    }));

    private Answer CurrentUser(ControlCall call) => Answer.Json(json => Answer.Object(json, () =>
    {
        json.WriteString("id", Account.User);
        json.WriteString("customer_id", Account.Customer);
        json.WriteString("login", Account.Login);
        json.WriteString("name", Account.Name);
        json.WriteString("role", "superuser");
        json.WriteBoolean("limit_services", call.Caller.Services.Count > 0);
        json.WriteBoolean("locked", false);
        json.WriteBoolean("two_factor_auth_enabled", false);
        json.WriteString("email_hash", "");
        VersionJson.Times(json, tokens.First.Created, tokens.First.Created);
    }));
}
