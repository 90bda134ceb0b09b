using System.Globalization;

namespace EdgeInfra.Edge.Control;

/// <summary>The difference of two versions. A negative number counts from the newest version, which is -1.</summary>
internal sealed class DiffRoutes(ServiceRegister services)
{
    private const string Text = "text", Html = "html", SimpleHtml = "html_simple";

    public IEnumerable<Route> All => [new("GET", "/service/{id}/diff/from/{from}/to/{to}", Diff) { Takes = new() { Query = ["format"] } }];

    private Answer Diff(ControlCall call) => Format(call) is not (Text or Html or SimpleHtml)
        ? Answer.Of(Refusals.BadRequest($"format is \"{Format(call)}\", but must be one of {Text}, {Html}, {SimpleHtml}"))
        : Answer.Of(services.Find(call.Arguments[0]), service =>
            Answer.Of(Find(service, call.Arguments[1]), before =>
                Answer.Of(Find(service, call.Arguments[2]), after => Shown(Format(call), service, before, after))));

    private static string Format(ControlCall call) => call.Query("format") is { Length: > 0 } format ? format : Text;

    private static Decided<VersionState> Find(ServiceState service, string number) =>
        int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var back)
        && back < 0 && back >= -service.Versions.Count
            ? VersionRoutes.Find(service, service.Versions[service.Versions.Count + back].Number.ToString(CultureInfo.InvariantCulture))
            : VersionRoutes.Find(service, number);

    private static Answer Shown(string format, ServiceState service, VersionState before, VersionState after) =>
        Answer.Json(json => Answer.Object(json, () =>
        {
            json.WriteString("from", before.Number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("to", after.Number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("format", format);
            var text = VersionDiff.Between(VersionDump.Of(service, before), VersionDump.Of(service, after));
            json.WriteString("diff", format == Text ? text : DiffHtml.Of(text, marksWithinLines: format == Html));
        }));
}
