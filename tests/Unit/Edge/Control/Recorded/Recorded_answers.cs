using System.Net;
using EdgeInfra.Edge.Control;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Control.Recorded;

/// <summary>Replays calls against a service put into the state they were recorded in.</summary>
public sealed class Recorded_answers
{
    // What the real API has and this one has not, with the reason. Each is answered with 404 and says there is no such route.
    private static readonly (string Path, string Why)[] NotOurs =
    [
        ("/http3", "the edge serves HTTP/1.1 and HTTP/2; there is nothing to turn on"),
        ("/pool", "pools are Fastly's older way to say what a director with its backends says"),
        ("/rate-limiters", "nothing counts clients"),
    ];

    // Answers about other places and times than those of the recording: only keys and types are compared.
    private static readonly string[] Elsewhere = ["stats", "public-ip-list", "datacenters", "content"];

    [Fact]
    public Task Of_the_real_API_are_ours_too() => Replay(RecordedCall.OfFastly);

    [Fact]
    public Task Of_this_project_hold_for_every_kind() => Replay(RecordedCall.OfThisProject);

    [Fact]
    public void Of_this_project_cover_every_kind()
    {
        var posted = RecordedCall.OfThisProject.Where(call => call.Method == "POST" && call.Status == 200).Select(call => call.Segments).ToList();
        Assert.All(FieldTables.OfVersions, table => Assert.Contains(posted, path => path is [_, _, "version", _, var kind] && kind == table.WirePath));
        Assert.All(["acl", "dictionary"], owner => Assert.Contains(posted, path => path is ["service", _, var kind, _, _] && kind == owner));
    }

    private static async Task Replay(IEnumerable<RecordedCall> calls)
    {
        var differences = new List<string>();
        foreach (var call in calls)
        {
            differences.AddRange(await Differences(call));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static async Task<IEnumerable<string>> Differences(RecordedCall call)
    {
        using var folder = new TempFolder();
        var store = new VersionStore(folder.Path, new UnsyncedFiles(), _ => { });
        foreach (var service in RecordedState.Before(call))
        {
            store.Save(null, service);
        }

        await using var edge = await ControlUnderTest.Start(folder.Path);
        var unreadable = edge.Log.FirstOrDefault(line => !line.Contains("gets no traffic", StringComparison.Ordinal));
        Assert.True(unreadable is null, $"{call}: {unreadable}");
        if (call.Segments is ["stats", "service", var id, ..])
        {
            edge.Traffic.Enqueue(new TrafficTotals(id) { Requests = 1, BodyBytes = 2 });
        }

        var said = call.Body.Length == 0 ? await edge.Send(call.Method, call.Target) : await edge.Send(call.Method, call.Target, call.Body, call.Type);
        if (NotOurs.Any(one => call.Target.Contains(one.Path, StringComparison.Ordinal)))
        {
            return said.Status == (int)HttpStatusCode.NotFound && said.Detail!.StartsWith("Couldn't find the route", StringComparison.Ordinal)
                ? [] : [$"{call} is answered, so it is not one of those that are not ours: {said.Body}"];
        }

        return said.Status != call.Status
            ? [$"{call}: the status is {said.Status}, recorded is {call.Status}: {said.Body}"]
            : new Likeness(Values: !Elsewhere.Contains(call.Segments[0])).Differences(call.Answer, said.Json).Select(difference => $"{call}: {difference}");
    }
}
