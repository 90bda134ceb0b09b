using EdgeInfra.Edge.Control;
using EdgeInfra.Model;
using Kit;

namespace Unit.Edge.Control;

/// <summary>The locks, each for itself: take one out and its test is red, every time.</summary>
public sealed class Write_order
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lets_no_call_in_while_another_writes_even_to_another_service()
    {
        using var folder = new TempFolder();
        var files = new MeetingFiles();
        using var control = new ControlInside(folder.Path, files);
        var (a, b) = (control.Service("a.example.com"), control.Service("b.example.com"));

        var met = TwoThreads.Meet(
            hold => Sending(files, hold, () => control.Send("PUT", $"/service/{a}/version/1", "comment=a").Expect(200)),
            pass => Sending(files, pass, () => control.Send("PUT", $"/service/{b}/version/1", "comment=b").Expect(200)));

        Assert.False(met, "a call was written while another one was");
        Assert.Equal(["a", "b"], new[] { a, b }.Select(id => control.Services.Find(id).Value!.Latest.Comment));
    }

    [Fact]
    public void Of_one_service_lets_nobody_decide_on_a_state_that_is_being_replaced()
    {
        using var folder = new TempFolder();
        var store = new VersionStore(folder.Path, new DiskFiles(), _ => { });
        var state = new ServiceState("id", new Service { Name = "www" }, Noon, Noon) { Versions = [new VersionState(1, Noon, Noon)] };
        store.Save(null, state);
        var slot = new ServiceSlot(state, store);

        var met = TwoThreads.Meet(hold => slot.Change(With("first", hold)), pass => slot.Change(With("second", pass)));

        Assert.False(met, "two decided at once");
        Assert.Equal(["first", "second"], slot.State.Latest.Of(ObjectKind.Backend).Select(stored => stored.Name));
        Assert.Equal(slot.State, store.Load().Single());
    }

    private static Func<ServiceState, Decided<ServiceState>> With(string backend, Action meanwhile) => state =>
    {
        meanwhile();
        return state.With(state.Latest with
        {
            Objects = [.. state.Latest.Objects, new StoredObject(ObjectKind.Backend, new Backend { Name = backend, Address = "192.0.2.1", UseSsl = false }, Noon, Noon)],
        });
    };

    // What is done while writing belongs to the thread that writes.
    private static void Sending(MeetingFiles files, Action meanwhile, Action send)
    {
        var mine = Environment.CurrentManagedThreadId;
        lock (files)
        {
            var others = files.Writing;
            files.Writing = () => (Environment.CurrentManagedThreadId == mine ? meanwhile : others)();
        }

        send();
    }
}
