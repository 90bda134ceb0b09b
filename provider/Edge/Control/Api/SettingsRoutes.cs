using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about the general settings of a version.</summary>
internal sealed class SettingsRoutes(ServiceRegister services, TimeProvider clock)
{
    private const string Path = "/service/{id}/version/{number}/settings";

    public IEnumerable<Route> All =>
    [
        new("GET", Path, call => services.OfVersion(call, Shown)),
        new("PUT", Path, call => services.ChangeDraft(call, (_, draft) => Update(call, draft), Shown)),
    ];

    public static void Write(Utf8JsonWriter json, VersionState version) => Settings.Fields.WriteJson(json, version.Settings);

    private Decided<VersionState> Update(ControlCall call, VersionState draft)
    {
        var reading = Settings.Fields.ApplyForm(draft.Settings, call.Form);
        var unreadable = reading.Failures.Select(failure => failure.Property).ToHashSet();
        var failures = reading.Failures
            .Concat(Settings.Fields.Check(reading.Record).Where(failure => !unreadable.Contains(failure.Property)))
            .Select(failure => $"{Settings.Fields.Find(failure.Property)!.WireName} {failure.Reason}").ToList();
        return failures.Count == 0 ? draft with { Settings = reading.Record, Updated = Timestamp.Now(clock) } : Refusals.Invalid(failures);
    }

    private static Answer Shown(ServiceState service, VersionState version) => Answer.Json(json => Answer.Object(json, () =>
    {
        Write(json, version);
        json.WriteString("service_id", service.Id);
        json.WriteNumber("version", version.Number);
    }));
}
