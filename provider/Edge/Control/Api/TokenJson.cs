using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>A token as the control API tells it; never with its hash, and with its secret only when it is made.</summary>
internal static class TokenJson
{
    public static void Write(Utf8JsonWriter json, Token token, TokenUse? use, string? secret = null) => Answer.Object(json, () =>
    {
        json.WriteString("id", token.Id);
        json.WriteString("name", token.Name);
        json.WriteString("user_id", Account.User);
        json.WriteString("customer_id", Account.Customer);
        json.WriteString("scope", string.Join(' ', token.Scopes));
        json.WritePropertyName("scopes");
        Answer.Array(json, token.Scopes, json.WriteStringValue);
        json.WritePropertyName("services");
        Answer.Array(json, token.Services, json.WriteStringValue);
        json.WriteString("created_at", Timestamp.Write(token.Created));
        Time(json, "expires_at", token.Expires);
        Time(json, "last_used_at", use?.When);
        json.WriteString("ip", use?.Address);
        json.WriteString("user_agent", use?.Agent);
        json.WriteNull("sudo_expires_at");
        if (secret is not null)
        {
            json.WriteString("access_token", secret);
        }
    });

    public static void Time(Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        json.WriteString(name, time is { } known ? Timestamp.Write(known) : null);
}
