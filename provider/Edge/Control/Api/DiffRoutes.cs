using System.Globalization;

namespace EdgeInfra.Edge.Control;

/// <summary>The difference of two versions. A negative number counts from the newest version, which is -1.</summary>
internal sealed class DiffRoutes(ServiceRegister services)
{
    private const string Text = "text";

    public IEnumerable<Route> All => [new("GET", "/service/{id}/diff/from/{from}/to/{to}", Diff)];

    private Answer Diff(ControlCall call) => call.Query("format") is { } format and not Text
        ? Answer.Of(Refusals.NotYet($"The format '{format}' of a difference"))
        : Answer.Of(services.Find(call.Arguments[0]), service =>
            Answer.Of(Find(service, call.Arguments[1]), before =>
                Answer.Of(Find(service, call.Arguments[2]), after => Shown(service, before, after))));

    private static Decided<VersionState> Find(ServiceState service, string number) =>
        int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var back)
        && back < 0 && back >= -service.Versions.Count
            ? VersionRoutes.Find(service, service.Versions[service.Versions.Count + back].Number.ToString(CultureInfo.InvariantCulture))
            : VersionRoutes.Find(service, number);

    private static Answer Shown(ServiceState service, VersionState before, VersionState after) =>
        Answer.Json(json => Answer.Object(json, () =>
        {
            json.WriteString("from", before.Number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("to", after.Number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("format", Text);
            json.WriteString("diff", VersionDiff.Between(VersionDump.Of(service, before), VersionDump.Of(service, after)));
        }));
}
