using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Execution;

public sealed class Secret_values
{
    private readonly StackUnderTest _stack = new();

    [Fact]
    public async Task Stay_secret_when_a_provider_forgets_that_they_are()
    {
        _stack.World.OnCheck = request => new CheckResponse { Inputs = Forget(request.News) };
        _stack.World.Outputs = request => ValueCodec.FromStruct(Forget(request.Properties)).With("token", "t");
        RegisterResourceResponse? thing = null;

        await _stack.Up(async program => thing = await program.Thing(
            "a", PropertyMap.Of(("key", new V.Secret("k")), ("size", "1")),
            request => request.AdditionalSecretOutputs.Add("token")));

        Assert.Equal(new V.Secret("k"), _stack["a"].Inputs["key"]);
        Assert.Equal(
            PropertyMap.Of(("key", new V.Secret("k")), ("size", "1"), ("token", new V.Secret("t"))), _stack["a"].Outputs);
        Assert.Equal(_stack["a"].Outputs, ValueCodec.FromStruct(thing!.Object));
    }

    [Fact]
    public async Task Keep_the_place_in_which_a_provider_marks_them()
    {
        var list = new V.List(PropertyMap.Of(("name", "n"), ("key", new V.Secret("k"))));

        await _stack.Up(program => program.Thing("a", PropertyMap.Of(("backends", list))));

        Assert.Equal(list, _stack["a"].Outputs["backends"]);
    }

    [Fact]
    public async Task Within_a_list_hide_all_of_it_where_a_provider_does_not_know_secrets()
    {
        _stack.World.KeepsSecrets = false;
        _stack.World.Outputs = _ => PropertyMap.Of(("backends", new V.List("in another form")));

        await _stack.Up(program => program.Thing("a", PropertyMap.Of(("backends", new V.List(new V.Secret("k"))))));
        Assert.Equal(new V.Secret(new V.List("in another form")), _stack["a"].Outputs["backends"]);
        await _stack.Refresh();

        Assert.Equal(new V.Secret(new V.List("in another form")), _stack["a"].Outputs["backends"]);
    }

    [Fact]
    public async Task Are_plain_for_programs_that_do_not_know_them()
    {
        RegisterResourceResponse? thing = null;

        await _stack.Up(async program => thing = await program.Thing(
            "a", PropertyMap.Of(("key", new V.Secret("k"))), request => request.AcceptSecrets = false));

        Assert.Equal("k", thing!.Object.Fields["key"].StringValue);
    }

    [Fact]
    public async Task Come_out_of_output_values_with_their_dependencies()
    {
        await _stack.Up(async program =>
        {
            var a = await program.Thing("a");
            await program.Thing("b", PropertyMap.Of(("key", new V.Output("k", true, [a.Urn]))));
        });

        Assert.Equal(new V.Secret("k"), _stack["b"].Inputs["key"]);
        Assert.Equal([_stack["a"].Urn], _stack["b"].PropertyDependencies["key"].AsEnumerable());
    }

    private static Google.Protobuf.WellKnownTypes.Struct Forget(Google.Protobuf.WellKnownTypes.Struct values) =>
        ValueCodec.ToStruct(ValueCodec.FromStruct(values).Select((_, value) => value.Bare()));
}
