using System.Globalization;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about versions as a whole.</summary>
internal sealed class VersionRoutes(ServiceRegister services, Activation activation, TimeProvider clock)
{
    private const string One = "/service/{id}/version/{number}";

    private static readonly Takes Commented = new() { Fields = ["comment"] };

    public IEnumerable<Route> All =>
    [
        new("GET", "/service/{id}/version", List),
        new("POST", "/service/{id}/version", Create) { Takes = Commented },
        new("GET", One, call => OfOne(call, (service, version) => Shown(service, version))),
        new("PUT", One, Comment) { Takes = Commented },
        new("PUT", One + "/clone", Clone),
        new("PUT", One + "/lock", Lock),
        new("GET", One + "/validate", call => OfOne(call, Validate)),
        new("PUT", One + "/activate", Activate),
        new("PUT", One + "/deactivate", Deactivate),
        new("PUT", One + "/activate/{environment}", call => InStaging(call, activation.Stage, StagingWarnings)),
        new("PUT", One + "/deactivate/{environment}", call => InStaging(call, activation.Unstage, (_, _) => [])),
    ];

    /// <summary>The version a path or query names; a damaged one is an error of its own.</summary>
    public static Decided<VersionState> Find(ServiceState service, string number) =>
        Number(number) is not { } known || service.Find(known) is not { } version ? Refusals.NoVersion(service.Id, number)
        : version.Damage is { } damage ? Refusals.Damaged(damage)
        : version;

    public static Decided<VersionState> FindDraft(ServiceState service, string number) =>
        Find(service, number).Then<VersionState>(version =>
            version.Locked is null ? version : Refusals.Locked(service.Id, version.Number));

    private Answer List(ControlCall call) => Answer.Of(
        services.Find(call.Arguments[0]),
        service => Answer.Json(json => VersionJson.WriteAll(json, service, service.Versions)));

    private Answer Create(ControlCall call)
    {
        var comment = call.Form.FirstOrDefault(pair => pair.Key == "comment").Value;
        var now = Timestamp.Now(clock);
        var changed = services.Change(
            call.Arguments[0], service => Added(service, new(Next(service), now, now) { Comment = comment ?? "" }));
        return Answer.Of(changed, service => Answer.Json(json => Answer.Object(json, () =>
        {
            json.WriteString("service_id", service.Id);
            json.WriteNumber("number", service.Latest.Number);
            if (comment is not null)
            {
                json.WriteString("comment", comment);
            }
        })));
    }

    private Answer Clone(ControlCall call)
    {
        var now = Timestamp.Now(clock);
        var changed = services.Change(call.Arguments[0], service => Find(service, call.Arguments[1]).Then<ServiceState>(version =>
            Added(service, version with { Number = Next(service), Locked = null, Created = now, Updated = now })));
        return Answer.Of(changed, service => Shown(service, service.Latest));
    }

    private Answer Comment(ControlCall call) => Changed(call, FindDraft, version =>
        call.Form.FirstOrDefault(pair => pair.Key == "comment").Value is { } comment && comment != version.Comment
            ? version with { Comment = comment, Updated = Timestamp.Now(clock) }
            : version);

    private Answer Lock(ControlCall call) => Changed(call, Find, version =>
        version.Locked is null ? version with { Locked = Timestamp.Now(clock) } : version);

    private Answer Validate(ServiceState service, VersionState version)
    {
        var verdict = activation.Check(service, version);
        return Answer.Json(json => Answer.Object(json, () =>
        {
            json.WriteString("status", verdict.Ok ? "ok" : "error");
            json.WriteString("msg", Lines(verdict.Ok ? verdict.Warnings : verdict.Errors));
            json.WritePropertyName("errors");
            Answer.Array(json, verdict.Errors, json.WriteStringValue);
            json.WritePropertyName("warnings");
            Answer.Array(json, verdict.Warnings, json.WriteStringValue);
            json.WritePropertyName("messages");
            Answer.Array<string>(json, [], json.WriteStringValue);
        }));
    }

    private Answer Activate(ControlCall call)
    {
        IReadOnlyList<string> warnings = []; // a second check would say the same
        return Switched(call, (id, number) => activation.Activate(id, number, out warnings), (_, _) => warnings);
    }

    private Answer Deactivate(ControlCall call) => Switched(call, activation.Deactivate, (_, _) => []);

    private IReadOnlyList<string> StagingWarnings(ServiceState service, VersionState version) =>
        [.. activation.Check(service, version).Warnings, Problems.StagingNotServed().ToString()];

    private static Answer InStaging(
        ControlCall call, Func<string, int, Decided<ServiceState>> change, Func<ServiceState, VersionState, IReadOnlyList<string>> warnings) =>
        call.Arguments[2] == VersionJson.Staging ? Switched(call, change, warnings) : Answer.Of(Refusals.NoEnvironment(call.Arguments[2]));

    private static Answer Switched(
        ControlCall call,
        Func<string, int, Decided<ServiceState>> change,
        Func<ServiceState, VersionState, IReadOnlyList<string>> warnings) =>
        Number(call.Arguments[1]) is not { } number
            ? Answer.Of(Refusals.NoVersion(call.Arguments[0], call.Arguments[1]))
            : Answer.Of(change(call.Arguments[0], number), service =>
            {
                var version = service.Find(number)!; // the change would have been refused without it
                return Shown(service, version, warnings(service, version));
            });

    private Answer Changed(
        ControlCall call, Func<ServiceState, string, Decided<VersionState>> find, Func<VersionState, VersionState> change)
    {
        var changed = services.Change(call.Arguments[0], service => find(service, call.Arguments[1]).Then<ServiceState>(version =>
            change(version) is var after && ReferenceEquals(after, version) ? service : service.With(after)));
        return Answer.Of(changed, service => Answer.Of(Find(service, call.Arguments[1]), version => Shown(service, version)));
    }

    private Answer OfOne(ControlCall call, Func<ServiceState, VersionState, Answer> answer) =>
        Answer.Of(services.Find(call.Arguments[0]), service => Answer.Of(
            Find(service, call.Arguments[1]), version => answer(service, version)));

    private static Answer Shown(ServiceState service, VersionState version, IReadOnlyList<string>? warnings = null) =>
        Answer.Json(json => Answer.Object(json, () =>
        {
            VersionJson.Write(json, service, version);
            if (warnings is not null)
            {
                json.WriteString("msg", Lines(warnings));
            }
        }));

    private static string? Lines(IReadOnlyList<string> lines) => lines.Count == 0 ? null : string.Join('\n', lines);

    private static ServiceState Added(ServiceState service, VersionState version) =>
        service with { Versions = [.. service.Versions, version] };

    private static int Next(ServiceState service) => service.Latest.Number + 1;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
