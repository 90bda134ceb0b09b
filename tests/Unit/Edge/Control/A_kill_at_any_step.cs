using EdgeInfra.Edge.Control;
using Kit;

namespace Unit.Edge.Control;

/// <summary>Every kind of change, stopped at every single step on the disk: what is found then is all of it or nothing.</summary>
public sealed class A_kill_at_any_step
{
    [Theory]
    [InlineData("POST", "/service", "name=other")]
    [InlineData("PUT", "/service/ID", "comment=other")]
    [InlineData("DELETE", "/service/OTHER", "")]
    [InlineData("POST", "/service/ID/version", "")]
    [InlineData("PUT", "/service/ID/version/1/clone", "")]
    [InlineData("PUT", "/service/ID/version/2/lock", "")]
    [InlineData("PUT", "/service/ID/version/2/activate", "")]
    [InlineData("PUT", "/service/ID/version/1/deactivate", "")]
    [InlineData("PUT", "/service/ID/version/2/activate/staging", "")]
    [InlineData("PUT", "/service/ID/version/2/settings", "general.default_ttl=5")]
    [InlineData("DELETE", "/service/ID/version/2/backend/origin", "")]
    [InlineData("POST", "/service/ID/version/2/snippet", "name=s&type=recv&dynamic=1&content=x")]
    [InlineData("PATCH", "/service/ID/dictionary/TABLE/items", """{"items":[{"op":"create","item_key":"a","item_value":"1"},{"op":"create","item_key":"b","item_value":"2"}]}""")]
    [InlineData("POST", "/tokens", "name=more")]
    public void Leaves_the_old_or_the_new_state(string method, string path, string form)
    {
        var outcomes = new List<bool>();
        for (var (steps, stopped) = (0, true); stopped; steps++)
        {
            using var folder = new TempFolder();
            var (target, before) = Prepare(folder.Path, path);
            var files = new StoppingFiles();
            int status;
            string after;
            using (var control = new ControlInside(folder.Path, files))
            {
                files.StepsLeft = steps;
                status = control.Send(method, target, form).Status;
                after = State(control);
            }

            stopped = files.Stopped;
            using var again = new ControlInside(folder.Path, new UnsyncedFiles());
            var found = State(again);
            Assert.Empty(again.Log);
            Assert.True(status == 200 ? found == after && found != before : status == 503 && after == before, $"stopped at step {steps} it said {status}, and left\n{found}");

            // After a rename that was not synced anymore, the new state may be there though the call was answered with an error.
            outcomes.Add(found != before);
            again.Send("POST", "/service", "name=afterwards").Expect(200);
        }

        Assert.True(outcomes[^1], "it was never done");
        Assert.False(outcomes[0], "it was done before the first step");
        Assert.Equal(outcomes.Order(), outcomes);
    }

    private static (string Target, string State) Prepare(string folder, string path)
    {
        using var control = new ControlInside(folder, new UnsyncedFiles());
        var (id, other) = (control.Service("www.example.com"), control.Service("other.example.com"));
        var table = (string)control.Send("POST", $"/service/{id}/version/1/dictionary", "name=table").Expect(200)["id"]!;
        control.Send("PUT", $"/service/{id}/version/1/activate").Expect(200);
        control.Send("PUT", $"/service/{id}/version/1/clone").Expect(200);
        var target = path.Replace("ID", id, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal)
            .Replace("TABLE", table, StringComparison.Ordinal);
        return (target, State(control));
    }

    // All that there is to be seen; ids that a change makes up are the same when read again.
    private static string State(ControlInside control)
    {
        var versions =
            from service in control.Services.All
            from version in service.Versions
            select control.Send("GET", $"/service/{service.Id}/details?version={version.Number}").Expect(200).ToJsonString();
        var items = control.Services.All.SelectMany(service => service.Contents).SelectMany(content => content.Items).Select(item => $"{item.Record}");
        var tokens = control.Send("GET", "/tokens").Expect(200).AsArray().Count;
        return string.Join('\n', [.. versions, .. items, $"{tokens} tokens", .. control.Live.Services.Select(live => $"{live.VersionNumber} is live")]);
    }
}
