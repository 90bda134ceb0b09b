using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeInfra.Edge.Commands;

/// <summary><c>edgeinfra-edge explain URL</c>: asks a running edge what it would do with a request. It asks the control API, never a visitor's port.</summary>
internal sealed class ExplainCommand(CommandConsole console, string? apiKey)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Argument<string> _url = new("URL") { Description = "What a visitor would ask for." };
    private readonly Option<string?> _data = Text("--data", "Data directory of the edge. Without it EDGEINFRA_ENDPOINT and EDGEINFRA_API_KEY say whom to ask.", "DIR");
    private readonly Option<string?> _method = Text("--method", "Default: GET.", "METHOD");
    private readonly Option<string?> _service = Text("--service", "Id of the service; without it the live one that answers for the host.", "ID");
    private readonly Option<int?> _version = new("--version", "-V") { Description = "A version, live or not; without it the live one.", HelpName = "NUMBER" };
    private readonly Option<bool> _json = new("--json", "-j") { Description = "Answer with the whole JSON document." };

    private readonly Option<string[]> _headers = new("--header", "-H")
    {
        Description = "A header of the request; may be repeated.", HelpName = "'NAME: VALUE'", DefaultValueFactory = _ => [],
    };

    public Command Create()
    {
        var command = new Command("explain", "Tells what the edge would do with a request, and why.") { _url, _data, _method, _service, _version, _headers, _json };
        command.SetAction(async (parsed, cancel) =>
        {
            var (endpoint, token) = Whom(parsed);
            var told = await Ask($"{endpoint.TrimEnd('/')}/explain?{Query(parsed)}", token, cancel).ConfigureAwait(false);
            console.Print(parsed.GetValue(_json) ? told.ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }) : ExplainText.Of(told));
        });
        return command;
    }

    private (string Endpoint, string Token) Whom(ParseResult parsed)
    {
        if (parsed.GetValue(_data) is not { Length: > 0 } folder)
        {
            return (Environment.GetEnvironmentVariable("EDGEINFRA_ENDPOINT") is { Length: > 0 } endpoint ? endpoint : throw Nobody(),
                apiKey ?? throw Nobody());
        }

        var data = new DataDirectory(folder);
        var running = data.Exists && data.ReadRunning() is { IsAlive: true } found ? found
            : throw new Complaint($"--data {folder}: no edge runs from there; start it first");
        return (
            (string?)JsonNode.Parse(running.Ready)?["control"] ?? throw new Complaint($"--data {folder}: what runs from there has no control API"),
            apiKey ?? data.ReadToken() ?? throw new Complaint($"--data {folder}: there is no token; set EDGEINFRA_API_KEY"));
    }

    private static Complaint Nobody() =>
        new("explain: give --data DIR, or set EDGEINFRA_ENDPOINT and EDGEINFRA_API_KEY, to say which edge is asked", Complaint.WrongInput);

    private string Query(ParseResult parsed)
    {
        (string Name, string? Value)[] asked =
        [
            ("url", parsed.GetRequiredValue(_url)), ("method", parsed.GetValue(_method)), ("service", parsed.GetValue(_service)),
            ("version", parsed.GetValue(_version)?.ToString(CultureInfo.InvariantCulture)),
            .. parsed.GetRequiredValue(_headers).Select(header => ("header", (string?)header)),
        ];
        return string.Join('&', asked.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
    }

    private static async Task<JsonObject> Ask(string address, string token, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        http.DefaultRequestHeaders.Add("Fastly-Key", token);
        try
        {
            using var answer = await http.GetAsync(new Uri(address), cancel).ConfigureAwait(false);
            var text = await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
            var told = JsonNode.Parse(text) as JsonObject ?? [];
            return answer.IsSuccessStatusCode ? told : throw new Complaint($"explain: {told["msg"]}: {told["detail"]}");
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or UriFormatException
            || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new Complaint($"explain: the control API cannot be asked: {error.Message}");
        }
    }

    private static Option<string?> Text(string name, string description, string value) => new(name) { Description = description, HelpName = value };
}
