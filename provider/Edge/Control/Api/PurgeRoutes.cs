using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls that remove from the cache.</summary>
internal sealed class PurgeRoutes(ServiceRegister services, Activation activation, IPurges purges, PurgeIds ids)
{
    public const int MostKeys = 256;

    private const string SoftHeader = "Fastly-Soft-Purge", KeyHeader = "Surrogate-Key", UrlPrefix = "/purge/";

    private static readonly Takes Softly = new() { Headers = [SoftHeader] };

    public IEnumerable<Route> All =>
    [
        new("POST", "/purge/{*url}", Url) { Needs = Right.PurgeSelect, Takes = Softly },
        new("POST", "/service/{id}/purge", Keys)
        {
            Needs = Right.PurgeSelect, Takes = Softly with { Fields = ["surrogate_keys"], Headers = [KeyHeader, SoftHeader] },
        },
        new("POST", "/service/{id}/purge_all", Everything) { Needs = Right.PurgeAll },
        new("POST", "/service/{id}/purge/{key}", Key) { Needs = Right.PurgeSelect, Takes = Softly },
    ];

    private Answer Url(ControlCall call)
    {
        var url = WithoutScheme(call.Target.Raw[UrlPrefix.Length..]);
        var host = url.Split('/', '?')[0];
        if (host.Length == 0)
        {
            return Answer.Of(Refusals.BadRequest("The URL to purge must begin with a host: /purge/www.example.com/path"));
        }

        var service = ServiceOf(host);
        if (call.Caller.Services.Count > 0 && (service is null || !call.Caller.Sees(service)))
        {
            return Answer.Of(Refusals.Forbidden($"The token is not good for the service of '{host}'"));
        }

        purges.Carry(new(service, IsSoft(call)) { Url = url });
        return Done(ids.Next());
    }

    private Answer Key(ControlCall call) => Answer.Of(services.Find(call.Arguments[0]), service =>
    {
        purges.Carry(new(service.Id, IsSoft(call)) { Key = call.Arguments[1] });
        return Done(ids.Next());
    });

    private Answer Keys(ControlCall call) => Answer.Of(services.Find(call.Arguments[0]), service => Answer.Of(KeysOf(call), keys =>
    {
        foreach (var key in keys)
        {
            purges.Carry(new(service.Id, IsSoft(call)) { Key = key });
        }

        return Spaced(keys.Select(key => (key, ids.Next())));
    }));

    private Answer Everything(ControlCall call) => Answer.Of(services.Find(call.Arguments[0]), service =>
    {
        purges.Carry(new(service.Id, Soft: false)); // always hard, whatever the header says
        return Answer.Ok;
    });

    private static Decided<ValueList<string>> KeysOf(ControlCall call)
    {
        var keys = (call.Field("surrogate_keys") is { } listed ? Listed(listed) : call.Header(KeyHeader)?.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            ?.Distinct().ToValueList();
        return keys is not { Count: > 0 }
            ? Refusals.BadRequest($"Which keys? Send them in the header {KeyHeader}, or as {{\"surrogate_keys\":[\"…\"]}}")
            : keys.Count > MostKeys ? Refusals.BadRequest($"{keys.Count} keys are given, but one call may purge {MostKeys} at most")
            : keys;
    }

    // Forms may have the keys as they stand in the header.
    private static string[]? Listed(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(text);
        }
        catch (JsonException)
        {
            return text.StartsWith('[') ? null : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    private string? ServiceOf(string host)
    {
        var name = host.Split(':')[0];
        return activation.Live.Services.FirstOrDefault(service => service.Domains.Any(domain => Covers(domain, name)))?.ServiceId;
    }

    private static bool Covers(string domain, string host) =>
        string.Equals(domain, host, StringComparison.OrdinalIgnoreCase)
        || (domain.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(domain[1..], StringComparison.OrdinalIgnoreCase)
            && !host[..^(domain.Length - 1)].Contains('.', StringComparison.Ordinal));

    private static bool IsSoft(ControlCall call) => call.Header(SoftHeader) is "1" or "true";

    private static string WithoutScheme(string url)
    {
        foreach (var scheme in (string[])["https://", "http://"])
        {
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return url[scheme.Length..];
            }
        }

        return url;
    }

    private static Answer Done(string id) => Spaced([("status", "ok"), ("id", id)]);

    // Purges are answered by another part of Fastly, which puts blanks into its JSON.
    private static Answer Spaced(IEnumerable<(string Name, string Value)> properties) => new(200, Encoding.UTF8.GetBytes(
        "{ " + string.Join(", ", properties.Select(property => $"{Quoted(property.Name)}: {Quoted(property.Value)}")) + " }"));

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.Default.Encode(text)}\"";
}
