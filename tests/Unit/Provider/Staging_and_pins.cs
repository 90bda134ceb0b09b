using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>Versions that go live otherwise than at once: staged ones, and older ones that are to come back.</summary>
public sealed class Staging_and_pins : OverAService
{
    [Fact]
    public async Task A_pin_brings_an_older_version_back_and_what_is_declared_waits()
    {
        var (olds, state) = await TwoVersions();
        var pinned = await Checked(Weighing(3).With("pin", 1));
        Assert.Contains(Provider.Log, line => line.Contains("pin 1 keeps that version live", StringComparison.Ordinal));
        Control.TakeWrites();

        var changes = await Changes(olds, pinned, state);
        var planned = await Update(state, olds, pinned, preview: true);
        Assert.Empty(Control.Writes);
        var back = await Update(state, olds, pinned);

        Assert.Equal(["pin Add"], changes);
        Assert.Contains(Provider.Log, line => line.Contains("version 1 would be live again, in place of version 2", StringComparison.Ordinal));
        Assert.Equal(planned, back);
        Assert.Equal((new V.Number(1), new V.Number(2), new V.Bool(true)), (back["number"], back["previousNumber"], back["active"]));
        Assert.Equal([$"PUT /service/{Id}/version/1/activate"], Control.TakeWrites());
        Assert.Equal(1, Control.Active(Id)!.Backends[0].Weight);

        Assert.Empty(await Changes(pinned, await Checked(Weighing(4).With("pin", 1)), back));
        var (_, read, refreshed) = await Provider.Read("ServiceVersion", "live", Id, pinned, back);
        Assert.Equal((pinned, back["number"]), (read, refreshed["number"]));
    }

    [Fact]
    public async Task Without_its_pin_what_waited_goes_live()
    {
        var (olds, state) = await TwoVersions();
        var pinned = await Checked(Weighing(3).With("pin", 1));
        var back = await Update(state, olds, pinned);
        var free = await Checked(Weighing(3));

        Assert.Equal(["pin Delete"], await Changes(pinned, free, back));
        var after = await Update(back, pinned, free);

        Assert.Equal(new V.Number(3), after["number"]);
        Assert.Equal(3, Control.Active(Id)!.Backends[0].Weight);
    }

    [Fact]
    public async Task A_pinned_version_that_someone_replaced_comes_back()
    {
        var (olds, state) = await TwoVersions();
        var pinned = await Checked(Weighing(2).With("pin", 1));
        var back = await Update(state, olds, pinned);
        Control.Drift(Id, version => version with { Comment = "by hand" });

        var (_, read, drifted) = await Provider.Read("ServiceVersion", "live", Id, pinned, back);
        var changes = await Changes(read, pinned, drifted);
        var again = await Update(drifted, read, pinned);

        Assert.Equal(["pin Update"], changes);
        Assert.Equal(["number Update"], await Changes(pinned, pinned, drifted));
        Assert.Equal((new V.Number(3), new V.Number(1)), (drifted["number"], again["number"]));
        Assert.Equal(1, Control.Active(Id)!.Number);
    }

    [Fact]
    public async Task A_pin_must_be_a_version_that_cannot_change_any_more()
    {
        var (olds, state) = await TwoVersions();
        var draft = await Update(state, olds, await Checked(Weighing(9).With("activate", "never")));
        Assert.Equal(new V.Number(3), draft["number"]);

        foreach (var (pin, why) in new[] { (3, "is a draft"), (7, "has no version 7; its newest is 3") })
        {
            var pinned = await Checked(Weighing(2).With("pin", pin));
            foreach (var preview in new[] { true, false })
            {
                var failure = await Assert.ThrowsAsync<RpcException>(() => Update(state, olds, pinned, preview));
                Assert.Contains(why, failure.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(2, Control.Active(Id)!.Number);
        foreach (var wrong in new V[] { 0, -1, 1.5, "1" })
        {
            Assert.Equal("pin", Assert.Single((await Provider.Check("ServiceVersion", "live", Weighing(1).With("pin", wrong))).Failures).Property);
        }

        Assert.Equal("pin", Assert.Single(
            (await Provider.Check("ServiceVersion", "live", Weighing(1).With("pin", 1).With("activate", "stageOnly"))).Failures).Property);
    }

    [Fact]
    public async Task A_staged_version_stands_beside_the_live_one()
    {
        var (olds, state) = await TwoVersions();
        var staging = await Checked(Weighing(3).With("activate", "stageOnly"));
        Control.TakeWrites();

        var planned = await Update(state, olds, staging, preview: true);
        Assert.Empty(Control.Writes);
        var staged = await Update(state, olds, staging);

        Assert.Equal(["activate Update", "backends[0].weight Update"], await Changes(olds, staging, state));
        Assert.Contains(Provider.Log, line => line.Contains("version 3 would be staged; version 2 stays live", StringComparison.Ordinal));
        Assert.Equal(planned, staged);
        Assert.Equal($"PUT /service/{Id}/version/3/activate/staging", Control.TakeWrites()[^1]);
        Assert.Equal(2, Control.Active(Id)!.Number);
        Assert.Equal(
            (new V.Number(3), new V.Number(2), new V.Bool(false), new V.Bool(true)),
            (staged["number"], staged["previousNumber"], staged["active"], staged["staged"]));
        var (_, read, refreshed) = await Provider.Read("ServiceVersion", "live", Id, staging, staged);
        Assert.Equal((staging, staged), (read, refreshed));
        Assert.Empty(await Changes(staging, staging, staged));
        Assert.Equal(staged, await Update(staged, staging, staging));
        Assert.Empty(Control.Writes);
    }

    [Fact]
    public async Task What_was_staged_goes_live_as_it_is()
    {
        var (olds, state) = await TwoVersions();
        var staging = await Checked(Weighing(3).With("activate", "stageOnly"));
        var staged = await Update(state, olds, staging);
        var live = await Checked(Weighing(3));
        Control.TakeWrites();

        var planned = await Update(staged, staging, live, preview: true);
        var made = await Update(staged, staging, live);

        Assert.Equal(planned, made);
        Assert.Equal([$"PUT /service/{Id}/version/3/activate"], Control.TakeWrites());
        Assert.Equal((new V.Number(3), new V.Bool(true), new V.Bool(false)), (made["number"], made["active"], made["staged"]));
    }

    [Fact]
    public async Task Staging_ends_with_the_resource_and_what_is_live_stays()
    {
        var (olds, state) = await TwoVersions();
        var staged = await Update(state, olds, await Checked(Weighing(3).With("activate", "stageOnly")));
        Control.TakeWrites();

        await Provider.Delete("ServiceVersion", "live", Id, staged);
        await Provider.Delete("ServiceVersion", "live", Id, staged);

        Assert.Equal([$"PUT /service/{Id}/version/3/deactivate/staging"], Control.TakeWrites());
        Assert.Equal(2, Control.Active(Id)!.Number);
    }

    [Fact]
    public async Task A_version_that_was_taken_out_of_staging_is_staged_again()
    {
        var (olds, state) = await TwoVersions();
        var staging = await Checked(Weighing(3).With("activate", "stageOnly"));
        var staged = await Update(state, olds, staging);
        await Provider.Delete("ServiceVersion", "live", Id, staged);

        var (_, read, drifted) = await Provider.Read("ServiceVersion", "live", Id, staging, staged);

        Assert.Equal(["staged Update"], await Changes(read, staging, drifted));
        Assert.Equal(new V.Bool(true), (await Update(drifted, read, staging))["staged"]);
    }

    [Fact]
    public async Task Nothing_is_staged_beside_nothing()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await Provider.Create("ServiceVersion", "live", await Checked(Weighing(1).With("activate", "stageOnly")), preview: true));

        Assert.Contains("has no live version yet", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_staging_says_so()
    {
        var (olds, state) = await TwoVersions();
        Control.Refuse = call => call.EndsWith("/activate/staging", StringComparison.Ordinal) ? (400, "no room") : null;

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await Update(state, olds, await Checked(Weighing(3).With("activate", "stageOnly"))));

        Assert.Contains("draft 3 of service", failure.Message, StringComparison.Ordinal);
        Assert.Contains("was not staged", failure.Message, StringComparison.Ordinal);
    }

    private static PropertyMap Weighing(int weight) => Given.Manifest(Id, Given.Backend("web", ("weight", weight)));

    private async Task<(PropertyMap Inputs, PropertyMap State)> TwoVersions()
    {
        var (first, second) = (await Checked(Weighing(1)), await Checked(Weighing(2)));
        var (_, state) = await Provider.Create("ServiceVersion", "live", first);
        return (second, await Update(state, first, second));
    }

    private Task<PropertyMap> Checked(PropertyMap news) => Provider.Checked("ServiceVersion", "live", news);

    private Task<IReadOnlyList<string>> Changes(PropertyMap olds, PropertyMap news, PropertyMap state) =>
        Provider.Changes("ServiceVersion", "live", olds, news, state);

    private Task<PropertyMap> Update(PropertyMap state, PropertyMap olds, PropertyMap news, bool preview = false) =>
        Provider.Update("ServiceVersion", "live", Id, state, olds, news, preview);
}
