using EdgeInfra.Model;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>The transaction: what is written, in which order, and what happens when it fails.</summary>
public sealed class Versions : OverAService
{
    [Fact]
    public async Task Begin_with_the_empty_one_a_new_service_comes_with()
    {
        var (inputs, outputs) = await Live(Rich());

        Assert.Equal(
        [
            "POST domain", "POST condition", "POST healthcheck", "POST backend", "POST backend", "PUT activate",
        ], Short(Control.TakeWrites(), 1));
        Assert.Equal(new V.Number(1), outputs["number"]);
        Assert.Equal(new V.Number(0), outputs["previousNumber"]);
        Assert.Equal(new V.Bool(true), outputs["active"]);
        Assert.Equal(new V.Text(Fingerprint.Of(Control.Active(Id)!)), outputs["fingerprint"]);
        Assert.Equal(inputs["backends"], outputs["backends"]);
    }

    [Fact]
    public async Task Write_nothing_without_a_difference()
    {
        var (inputs, first) = await Live(Rich());
        Control.TakeWrites();

        var again = await Provider.Update("ServiceVersion", "live", Id, first, inputs, inputs);

        Assert.Empty(Control.Writes);
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Write_only_the_difference_users_after_used_and_removals_last()
    {
        var (olds, first) = await Live(Rich());
        Control.TakeWrites();
        var news = await Checked(Given.Manifest(Id,
            Given.Backend("web", ("weight", 7)),
            Given.Backend("new one", ("requestCondition", Given.Condition("is-new")))).With("comment", "second"));

        var planned = await Provider.Update("ServiceVersion", "live", Id, first, olds, news, preview: true);
        Assert.Empty(Control.Writes);
        var second = await Provider.Update("ServiceVersion", "live", Id, first, olds, news);

        Assert.Equal(
        [
            $"PUT /service/{Id}/version/1/clone", $"PUT /service/{Id}/version/2", $"POST /service/{Id}/version/2/condition",
            $"PUT /service/{Id}/version/2/backend/web", $"POST /service/{Id}/version/2/backend",
            $"DELETE /service/{Id}/version/2/backend/api",
            $"DELETE /service/{Id}/version/2/healthcheck/alive", $"DELETE /service/{Id}/version/2/condition/is%2Fapi",
            $"PUT /service/{Id}/version/2/activate",
        ], Control.TakeWrites());
        Assert.Equal(planned, second);
        Assert.Equal(new V.Number(2), second["number"]);
        Assert.Equal(new V.Number(1), second["previousNumber"]);
        Assert.Equal(7, Control.Active(Id)!.Backends.Single(backend => backend.Name == "web").Weight);
    }

    [Fact]
    public async Task Leave_what_is_live_alone_whichever_call_fails()
    {
        var (olds, first) = await Live(Rich());
        var live = Control.Active(Id);
        var news = await Checked(Given.Manifest(
            Id, Given.Backend("web", ("port", 443)), Given.Backend("new", ("healthcheck", Given.Healthcheck("other")))));
        foreach (var failing in new[] { "clone", "POST .*healthcheck", "PUT .*backend/web", "POST .*backend", "DELETE .*backend/api", "DELETE .*condition", "validate", "activate" })
        {
            Control.Refuse = call => System.Text.RegularExpressions.Regex.IsMatch(call, failing)
                ? (400, "the disk is full")
                : null;

            var failure = await Assert.ThrowsAsync<RpcException>(
                () => Provider.Update("ServiceVersion", "live", Id, first, olds, news));

            Assert.Equal(RpcStatus.InvalidArgument, failure.Status);
            Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
            Assert.Equal(live, Control.Active(Id));
            Assert.True(failing == "clone" || failure.Message.Contains("version 1 stays live", StringComparison.Ordinal), failure.Message);
        }

        Control.Refuse = _ => null;
        var second = await Provider.Update("ServiceVersion", "live", Id, first, olds, news);
        Assert.Equal(new V.Number(Control.Versions(Id)), second["number"]);
        Assert.Equal(["new", "web"], Control.Active(Id)!.Backends.Select(backend => backend.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Name_the_object_and_the_draft_at_fault()
    {
        Control.Refuse = call => call.EndsWith("/backend", StringComparison.Ordinal) ? (409, "Duplicate backend: 'api'") : null;

        var failure = await Assert.ThrowsAsync<RpcException>(() => Live(Rich()));

        Assert.Equal(RpcStatus.AlreadyExists, failure.Status);
        Assert.Contains("draft 1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("creating backend \"api\": the control API answered 409 Bad request: Duplicate backend: 'api'.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("nothing is live, as before", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_secrets_out_of_what_theControl_api_says()
    {
        Control.Refuse = call => call.EndsWith("/backend", StringComparison.Ordinal)
            ? (400, "Bad address hidden.example.com")
            : null;

        var failure = await Assert.ThrowsAsync<RpcException>(
            () => Live(Given.Manifest(Id, Given.Backend("api", ("address", new V.Secret("hidden.example.com"))))));

        Assert.Contains("Bad address [secret]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begin_a_new_draft_when_the_first_one_failed_half_written()
    {
        Control.Refuse = call => call.EndsWith("/activate", StringComparison.Ordinal) ? (400, "no") : null;
        await Assert.ThrowsAsync<RpcException>(() => Live(Rich()));
        Control.Refuse = _ => null;

        var (_, outputs) = await Live(Rich());

        Assert.Equal(new V.Number(2), outputs["number"]);
    }

    [Fact]
    public async Task Are_not_given_tls_by_a_port_when_the_program_says_no()
    {
        var (olds, first) = await Live(Given.Manifest(Id, Given.Backend("web", ("port", 8443), ("useSsl", false))));
        var news = await Checked(Given.Manifest(Id, Given.Backend("web", ("port", 443), ("useSsl", false))));

        var second = await Provider.Update("ServiceVersion", "live", Id, first, olds, news);

        Assert.False(Assert.Single(Control.Active(Id)!.Backends).UseSsl);
        Assert.Equal(new V.Text(Fingerprint.Of(Control.Active(Id)!)), second["fingerprint"]);
    }

    [Fact]
    public async Task Are_read_back_from_the_id_alone_as_they_were_declared()
    {
        var (inputs, outputs) = await Live(Rich().With("comment", "first"));

        var (id, read, state) = await Provider.Read("ServiceVersion", "live", Id);
        var (_, _, refreshed) = await Provider.Read("ServiceVersion", "live", Id, inputs, outputs);

        Assert.Equal(Id, id);
        Assert.Equal(read, await Checked(read));
        Assert.Empty(await Provider.Changes("ServiceVersion", "live", read, inputs, state));
        Assert.Equal(outputs, refreshed);
    }

    [Fact]
    public async Task Show_drift_after_a_refresh_and_put_it_right()
    {
        var (inputs, outputs) = await Live(Rich());
        Control.Drift(Id, version => version with { Backends = [.. version.Backends.Where(backend => backend.Name == "web").Select(backend => backend with { Weight = 1 })] });

        var (_, read, state) = await Provider.Read("ServiceVersion", "live", Id, inputs, outputs);
        var changes = await Provider.Changes("ServiceVersion", "live", read, inputs, state);
        var mended = await Provider.Update("ServiceVersion", "live", Id, state, read, inputs);

        Assert.NotEqual(outputs["fingerprint"], state["fingerprint"]);
        Assert.Equal(["backends[0] Add", "backends[1].weight Update"], changes);
        Assert.Equal(new V.Number(3), mended["number"]);
        Assert.Equal(outputs["fingerprint"], mended["fingerprint"]);
    }

    [Fact]
    public async Task Are_only_drafted_when_they_shall_not_go_live()
    {
        var (inputs, outputs) = await Live(Rich().With("activate", "never"));
        Assert.DoesNotContain(Control.Writes, call => call.EndsWith("/activate", StringComparison.Ordinal));
        Assert.Null(Control.Active(Id));

        var (_, read, state) = await Provider.Read("ServiceVersion", "live", Id, inputs, outputs);
        await Provider.Delete("ServiceVersion", "live", Id, outputs);

        Assert.Equal(new V.Bool(false), outputs["active"]);
        Assert.Equal(outputs, state);
        Assert.Equal(inputs, read);
    }

    [Fact]
    public async Task Go_off_the_air_when_deleted_and_are_gone_with_their_service()
    {
        var (_, outputs) = await Live(Rich());

        await Provider.Delete("ServiceVersion", "live", Id, outputs);
        await Provider.Delete("ServiceVersion", "live", Id, outputs);
        await Provider.Delete("Service", "www", Id, PropertyMap.Empty);
        await Provider.Delete("ServiceVersion", "live", Id, outputs);

        Assert.Equal("", (await Provider.Read("ServiceVersion", "live", Id)).Id);
    }

    [Fact]
    public async Task Stay_live_when_only_the_resource_gets_another_name()
    {
        await using var later = await ProviderUnderTest.Start(Control);
        var (inputs, outputs) = await Live(Rich());

        await later.Create("ServiceVersion", "renamed", inputs);
        await later.Delete("ServiceVersion", "live", Id, outputs);

        Assert.NotNull(Control.Active(Id));
    }

    [Fact]
    public async Task Have_one_resource_for_one_service()
    {
        var (inputs, _) = await Live(Rich());

        var failure = await Assert.ThrowsAsync<RpcException>(() => Provider.Create("ServiceVersion", "second", inputs));

        Assert.Equal(RpcStatus.FailedPrecondition, failure.Status);
    }

    [Fact]
    public async Task End_promptly_when_the_engine_cancels()
    {
        var reached = new TaskCompletionSource();
        Control.Before = async (call, aborted) =>
        {
            if (call.EndsWith("/backend", StringComparison.Ordinal))
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted);
            }
        };
        var running = Live(Rich());
        await reached.Task;

        await Provider.Call(ProviderMethods.Cancel, new Empty());

        var failure = await Assert.ThrowsAsync<RpcException>(() => running);
        Assert.Equal(RpcStatus.Cancelled, failure.Status);
        Assert.Null(Control.Active(Id));
    }

    [Fact]
    public async Task End_when_the_time_limit_is_over()
    {
        Control.Before = (call, aborted) => call.EndsWith("/backend", StringComparison.Ordinal)
            ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted) : Task.CompletedTask;
        var inputs = await Checked(Rich());

        var failure = await Assert.ThrowsAsync<RpcException>(
            () => Provider.Create("ServiceVersion", "live", inputs, timeout: 0.2));

        Assert.Equal(RpcStatus.DeadlineExceeded, failure.Status);
    }

    [Fact]
    public async Task Know_their_fingerprint_before_their_service_exists()
    {
        var inputs = await Checked(Rich().With("serviceId", Given.Later));

        var (id, planned) = await Provider.Create("ServiceVersion", "live", inputs, preview: true);
        var (_, made) = await Live(Rich());

        Assert.Equal("", id);
        Assert.IsType<V.Unknown>(planned["number"]);
        Assert.Equal(made["fingerprint"], planned["fingerprint"]);
    }

    private static PropertyMap Rich() => Given.Manifest(Id,
        Given.Backend("api", ("healthcheck", Given.Healthcheck("alive")), ("requestCondition", Given.Condition("is/api"))),
        Given.Backend("web"));

    private static IEnumerable<string> Short(IEnumerable<string> calls, int version) =>
        calls.Select(call => call.Replace($"/service/{Id}/version/{version}/", "", StringComparison.Ordinal));

    private Task<PropertyMap> Checked(PropertyMap news) => Provider.Checked("ServiceVersion", "live", news);

    private async Task<(PropertyMap Inputs, PropertyMap Outputs)> Live(PropertyMap news)
    {
        var inputs = await Checked(news);
        return (inputs, (await Provider.Create("ServiceVersion", "live", inputs)).Outputs);
    }
}
