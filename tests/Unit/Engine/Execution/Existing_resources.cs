using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Execution;

public sealed class Existing_resources
{
    private readonly StackUnderTest _stack = new();

    [Fact]
    public async Task That_are_gone_are_forgotten_by_a_refresh_with_every_mention_of_them()
    {
        await _stack.Up(async program =>
        {
            var a = await program.Thing("a");
            await program.Thing("b", PropertyMap.Of(("of", a.Id)), request => request.From("of", a));
        });
        _stack.World.Things.TryRemove("id-1", out _);

        var result = await _stack.Refresh();

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(["b"], _stack.Names);
        Assert.Empty(_stack["b"].Dependencies);
        Assert.Equal(1, result.Changes[Operation.Delete]);
        Assert.Equal(1, result.Changes[Operation.Same]);
    }

    [Fact]
    public async Task That_have_changed_are_remembered_as_they_are_and_set_right_by_the_next_update()
    {
        await _stack.Up(program => program.Thing("a", PropertyMap.Of(("size", "1"), ("key", new V.Secret("k")))));
        _stack.World.Things["id-1"] = PropertyMap.Of(("size", "9"), ("key", "other"));
        _stack.TakeCalls();

        var result = await _stack.Refresh();

        Assert.Equal(1, result.Changes[Operation.Update]);
        Assert.Equal(PropertyMap.Of(("size", "9"), ("key", new V.Secret("other"))), _stack["a"].Outputs);
        Assert.Equal(_stack["a"].Outputs, _stack["a"].Inputs);
        await _stack.Up(program => program.Thing("a", PropertyMap.Of(("size", "1"), ("key", new V.Secret("k")))));
        Assert.Equal(["read a", "update a"], _stack.TakeCalls());
    }

    [Fact]
    public async Task That_are_as_remembered_leave_the_state_alone()
    {
        await _stack.Up(program => program.Thing("a", PropertyMap.Of(("size", "1"))));
        var before = _stack["a"];

        var result = await _stack.Refresh();

        Assert.False(result.HasChanges);
        Assert.Equal((before.Modified, before.Outputs), (_stack["a"].Modified, _stack["a"].Outputs));
    }

    [Fact]
    public async Task Are_destroyed_dependents_first_with_providers_and_the_stack_last()
    {
        await _stack.Up(async program =>
        {
            var host = await program.Thing("host");
            var provider = await program.Register("pulumi:providers:test", "edge", PropertyMap.Of(("endpoint", host.Id)), request => request.From("endpoint", host));
            var a = await program.Thing("a", null, request => request.Provider = $"{provider.Urn}::{provider.Id}");
            await program.Thing("b", null, request => request.Dependencies.Add(a.Urn));
        });
        _stack.TakeCalls();

        var result = await _stack.Destroy();

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(["delete b", "delete a", "delete host"], _stack.TakeCalls());
        Assert.Empty(_stack.Saved.Resources);
        Assert.Empty(_stack.World.Things);
    }

    [Fact]
    public async Task Whose_deletion_fails_stay_with_what_they_need()
    {
        await _stack.Up(async program =>
        {
            var a = await program.Thing("a");
            await program.Thing("b", null, request => request.Dependencies.Add(a.Urn));
            await program.Thing("c");
        });
        _stack.World.OnMutation = call => call == "delete b"
            ? throw new EdgeInfra.Protocol.Transport.RpcException(
                EdgeInfra.Protocol.Transport.RpcStatus.FailedPrecondition, "in use")
            : Task.CompletedTask;
        _stack.Options = _stack.Options with { ContinueOnError = true };

        var result = await _stack.Destroy();

        Assert.False(result.Succeeded);
        Assert.Equal(["in use"], _stack.Errors);
        Assert.Equal(["a", "b"], _stack.Names);
    }

    [Fact]
    public async Task Come_under_management_by_import_and_are_then_changed_to_what_is_declared()
    {
        _stack.World.Things["live"] = PropertyMap.Of(("size", "1"));

        var result = await _stack.Up(Import("live"));

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(["read a", "update a"], _stack.TakeCalls());
        Assert.Equal(["Import a", "Update a"], _stack.Steps);
        Assert.Equal(("live", "live"), (_stack["a"].Id, _stack["a"].ImportId));
        await _stack.Up(Import("live"));
        Assert.Empty(_stack.TakeCalls());
    }

    [Fact]
    public async Task That_are_to_be_imported_must_be_there_and_must_not_be_replaced()
    {
        await _stack.Up(Import("nowhere"));
        Assert.Contains("does not exist", Assert.Single(_stack.Errors), StringComparison.Ordinal);

        _stack.World.Things["live"] = PropertyMap.Of(("size", "1"));
        _stack.World.Immutable.Add("size");
        await _stack.Up(Import("live"));
        Assert.Contains("would replace it", Assert.Single(_stack.Errors), StringComparison.Ordinal);
        Assert.True(_stack.World.Things.ContainsKey("live"));
    }

    [Fact]
    public async Task Can_be_read_without_being_managed()
    {
        _stack.World.Things["live"] = PropertyMap.Of(("size", "1"));
        ReadResourceResponse? read = null;

        await _stack.Up(async program => read = await program.Call(
            MonitorMethods.ReadResource,
            new ReadResourceRequest { Type = Session.Type, Name = "a", Id = "live", AcceptSecrets = true }));

        Assert.Equal("1", read!.Properties.Fields["size"].StringValue);
        Assert.True(_stack["a"].External);
        await _stack.Up(_ => Task.CompletedTask);
        Assert.Equal(["read a"], _stack.TakeCalls());
        Assert.Empty(_stack.Names);
    }

    private static Func<Session, Task> Import(string id) =>
        program => program.Thing("a", PropertyMap.Of(("size", "2")), request => request.ImportId = id);
}
