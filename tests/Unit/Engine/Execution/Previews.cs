using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Execution;

public sealed class Previews
{
    private readonly StackUnderTest _stack = new();

    [Fact]
    public async Task Change_nothing_and_answer_unknown_ids()
    {
        RegisterResourceResponse? a = null;

        var result = await _stack.Preview(async program => a = await program.Thing("a"));

        Assert.True(result.Succeeded);
        Assert.Equal("", a!.Id);
        Assert.Empty(_stack.TakeCalls());
        Assert.Empty(_stack.Saves);
        Assert.Equal(["Create a"], _stack.Steps);
    }

    [Fact]
    public async Task Pass_unknowns_through_check_and_create()
    {
        RegisterResourceResponse? partial = null, whole = null;
        var inputs = PropertyMap.Of(("of", V.Unknown.Instance), ("size", "1"));

        await _stack.Preview(async program =>
        {
            partial = await program.Thing("a", inputs);
            whole = await program.Thing("b", inputs, request => request.SupportsPartialValues = false);
        });

        Assert.Equal(inputs, ValueCodec.FromStruct(partial!.Object));
        Assert.Equal(PropertyMap.Of(("size", "1")), ValueCodec.FromStruct(whole!.Object));
    }

    [Fact]
    public async Task Show_a_replacement_and_its_consequences()
    {
        _stack.World.Immutable.Add("size");
        await _stack.Up(program => program.Thing("a", PropertyMap.Of(("size", "1"))));
        _stack.TakeCalls();

        var result = await _stack.Preview(program => program.Thing("a", PropertyMap.Of(("size", "2"))));

        Assert.Equal(["CreateReplacement a", "Replace a", "DeleteReplaced a"], _stack.Steps);
        Assert.Equal(1, result.Changes[Operation.Replace]);
        Assert.Empty(_stack.TakeCalls());
    }

    [Fact]
    public async Task Show_deletions()
    {
        await _stack.Up(program => program.Thing("a"));
        _stack.TakeCalls();

        var result = await _stack.Preview(_ => Task.CompletedTask);

        Assert.Equal(1, result.Changes[Operation.Delete]);
        Assert.Empty(_stack.TakeCalls());
    }

    [Fact]
    public async Task Do_not_ask_a_provider_whose_configuration_is_unknown()
    {
        RegisterResourceResponse? thing = null;
        ResourceInvokeResponse? invoked = null;

        var result = await _stack.Preview(async program =>
        {
            var provider = await program.Register(
                "pulumi:providers:test", "edge", PropertyMap.Of(("endpoint", V.Unknown.Instance)));
            Assert.Equal("", provider.Id);
            var reference = $"{provider.Urn}::{Signatures.Unknown}";
            thing = await program.Thing("a", PropertyMap.Of(("size", "1")), request => request.Provider = reference);
            invoked = await program.Call(
                MonitorMethods.Invoke, new ResourceInvokeRequest { Tok = "test:index:get", Provider = reference });
        });

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Empty(_stack.World.Configured);
        Assert.Empty(_stack.World.Checked);
        Assert.Empty(thing!.Object.Fields);
        Assert.True(invoked!.Unknown);
    }

    [Fact]
    public async Task Say_which_property_differs()
    {
        _stack.World.OnDiff = request => new DiffResponse
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            Diffs = { "backends" },
            DetailedDiff =
                { ["backends[0].weight"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.Update, InputDiff = true } },
            HasDetailedDiff = true,
        };
        await _stack.Up(program => program.Thing("a"));

        await _stack.Preview(program => program.Thing("a"));

        var step = _stack.Events.OfType<EdgeInfra.Engine.Execution.EngineEvent.StepEnded>()
            .Single(ended => ended.Step.Type == Session.Type).Step;
        Assert.Equal(["backends"], step.Diffs.AsEnumerable());
        Assert.Equal(new PropertyChange(PropertyDiff.Types.Kind.Update, true), step.DetailedDiff["backends[0].weight"]);
    }
}
