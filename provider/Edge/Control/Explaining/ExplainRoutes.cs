using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Seeing;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What would become of a request, by what is live or by any other version of a service. Nothing is sent to anybody.</summary>
internal sealed class ExplainRoutes(ServiceRegister services, Activation activation, Func<ExplainQuestion, Task<JsonObject>> explain)
{
    private static readonly string[] Names = ["url", "method", "header", "service", "version"];

    public IEnumerable<Route> All => [new("/explain", Explain) { Takes = new() { Query = [.. Names] } }];

    private async Task<Answer> Explain(ControlCall call, CancellationToken cancel)
    {
        if (Asked(call, out var question) is { } wrong)
        {
            return Answer.Of(Refusals.BadRequest(wrong));
        }

        var (id, number) = (call.Query("service"), call.Query("version"));
        question = question with { Config = new(activation.Live.Services.Where(live => call.Caller.Sees(live.ServiceId)).ToValueList()) };
        if (id is null && number is not null)
        {
            id = (string?)(await explain(question).ConfigureAwait(false))["service"];
            if (id is null)
            {
                return Answer.Of(Refusals.BadRequest($"no live service answers for \"{question.Host}\": say which one with service=ID"));
            }
        }

        if (id is not null)
        {
            var compiled = Version(call, id, number);
            if (compiled.Value is not { } config)
            {
                return Answer.Of(compiled.Refusal!);
            }

            question = question with { Config = new([config]) };
        }

        return Shown(await explain(question).ConfigureAwait(false));
    }

    private Decided<ServiceConfig> Version(ControlCall call, string id, string? number) =>
        call.Caller.Refuse(Right.Read, id) is { } refusal ? refusal
        : services.Find(id).Then<ServiceConfig>(service =>
            number is null ? Activation.Imagine(service, (service.ActiveVersion ?? service.Latest).Number)
            : int.TryParse(number, out var one) ? Activation.Imagine(service, one)
            : Refusals.BadRequest($"version is \"{number}\", but must be a number"));

    private Answer Shown(JsonObject told)
    {
        if ((string?)told["service"] is { } id && services.Find(id).Value is { } service)
        {
            told["active"] = service.Active == (int?)told["version"];
        }

        return new(200, Encoding.UTF8.GetBytes(told.ToJsonString()));
    }

    // The URL is taken apart as a client would, byte for byte: nothing is decoded or made pretty.
    private static string? Asked(ControlCall call, out ExplainQuestion question)
    {
        var url = call.Query("url") ?? "";
        question = new(EdgeConfig.Empty, call.Query("method") ?? "GET", "/", "", false);
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || url[..scheme] is not ("http" or "https"))
        {
            return $"url is \"{url}\", but must be one such as https://www.example.com/page?query";
        }

        var rest = url[(scheme + 3)..].Split('#')[0];
        var end = rest.AsSpan().IndexOfAny('/', '?') is >= 0 and var found ? found : rest.Length;
        question = question with
        {
            Url = rest[end..] is ['/', ..] target ? target : "/" + rest[end..],
            Host = rest[..end],
            IsTls = url.StartsWith("https:", StringComparison.Ordinal),
            Client = IPAddress.TryParse(call.From, out var client) ? client : IPAddress.Loopback,
        };
        return Headers(call, ref question);
    }

    private static string? Headers(ControlCall call, ref ExplainQuestion question)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var text in call.Target.Query.Where(pair => pair.Key == "header").Select(pair => pair.Value))
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || text.AsSpan().ContainsAny('\r', '\n', '\0'))
            {
                return $"header is \"{text}\", but must be one such as X-Name: value";
            }

            var (name, value) = (text[..colon].Trim(), text[(colon + 1)..].Trim());
            if (name.Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                question = question with { Host = value };
            }
            else
            {
                headers.Add(new(name, value));
            }
        }

        question = question with { Headers = headers };
        return null;
    }
}
