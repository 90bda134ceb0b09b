using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>Small questions to services that give out credentials. Whatever goes wrong is told with the address, never with what was sent.</summary>
internal sealed class CredentialCalls(HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public Task<string> Get(string url, CancellationToken cancel, params (string Name, string Value)[] headers) =>
        Ask(HttpMethod.Get, url, headers, cancel);

    public async Task<string> Ask(HttpMethod method, string url, (string Name, string Value)[] headers, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(method, url);
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
            using var response = await http.SendAsync(request, both.Token);
            var text = await response.Content.ReadAsStringAsync(both.Token);
            return response.IsSuccessStatusCode ? text : throw new CredentialException($"{Shown(url)} answers {(int)response.StatusCode}");
        }
        catch (OperationCanceledException error) when (deadline.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new CredentialException($"{Shown(url)} does not answer within {Longest.TotalSeconds} s", error);
        }
        catch (Exception error) when (error is HttpRequestException or UriFormatException or InvalidOperationException)
        {
            throw new CredentialException($"{Shown(url)} cannot be asked: {error.Message}", error);
        }
    }

    /// <summary>The credentials in an answer of JSON; each cloud names them otherwise.</summary>
    public static StoreCredentials Read(string json, string url, string secretName, string tokenName)
    {
        var node = Json(json, url);
        if (Text(node, "Code") is { } code and not "Success")
        {
            throw new CredentialException($"{Shown(url)} answers {code}: {Text(node, "Message")}");
        }

        return Text(node, "AccessKeyId") is { } key && Text(node, secretName) is { } secret
            ? new StoreCredentials(key, secret, Text(node, tokenName), End(Text(node, "Expiration")))
            : throw new CredentialException($"{Shown(url)} answers without credentials");
    }

    public static JsonNode Json(string json, string url)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new JsonException("no object");
        }
        catch (JsonException error)
        {
            throw new CredentialException($"{Shown(url)} answers what is not JSON", error);
        }
    }

    public static string? Text(JsonNode? node, string name) =>
        node?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static DateTimeOffset? End(string? text) =>
        DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var end) ? end : null;

    // A query can hold a token.
    private static string Shown(string url) => url.Split('?')[0];
}
