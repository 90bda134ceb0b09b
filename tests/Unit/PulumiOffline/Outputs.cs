using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Unit.PulumiOffline;

public sealed class Outputs
{
    private static Output<int> Unknown => OutputUtilities.CreateUnknown(0);

    private static Output<int> Secret => Output.CreateSecret(7);

    [Fact]
    public async Task Do_not_run_Apply_while_unknown()
    {
        var ran = false;

        var next = Unknown.Apply(value => ran = true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(next));
        Assert.False(ran);
    }

    [Fact]
    public async Task Stay_secret_through_Apply_until_told_otherwise()
    {
        var next = Secret.Apply(value => value + 1);

        Assert.True(await Output.IsSecretAsync(next));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(next)));
        Assert.Equal(8, await OutputUtilities.GetValueAsync(next));
    }

    [Fact]
    public async Task Take_on_what_the_inner_output_is()
    {
        var next = Output.Create(1).Apply(_ => Secret);
        var unknown = Output.Create(1).Apply(_ => Unknown);

        Assert.True(await Output.IsSecretAsync(next));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
    }

    [Fact]
    public async Task Await_tasks_and_accept_inputs_in_Apply()
    {
        Assert.Equal(2, await OutputUtilities.GetValueAsync(Output.Create(1).Apply(value => Task.FromResult(value + 1))));
        Assert.Equal("x", await OutputUtilities.GetValueAsync(Output.Create(1).Apply(_ => (Input<string>)"x")));
        Assert.Equal(default, await OutputUtilities.GetValueAsync(Output.Create(1).Apply(_ => Task.CompletedTask)));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Combine_to_unknown_and_secret_if_one_part_is(bool unknown, bool secret)
    {
        var part = unknown ? Unknown : Output.Create(1);
        part = secret ? Output.CreateSecret(part) : part;

        foreach (var (isKnown, isSecret) in new[]
        {
            await Flags(Output.All(part, Output.Create(2))),
            await Flags(Output.Tuple(Output.Create("a"), part)),
            await Flags(Output.Format($"{part} of {2}")),
            await Flags(Combined(part)),
        })
        {
            Assert.Equal(!unknown, isKnown);
            Assert.Equal(secret, isSecret);
        }
    }

    [Fact]
    public async Task Keep_the_order_and_the_types_of_what_is_combined()
    {
        Assert.Equal(
            [1, 2], (await OutputUtilities.GetValueAsync(Output.All(Output.Create(1), Output.Create(2)))).AsEnumerable());
        Assert.Equal(
            (1, "b", 3.0, true, 5, 6, 7, "h"),
            await OutputUtilities.GetValueAsync(
                Output.Tuple<int, string, double, bool, int, int, int, string>(1, "b", 3.0, true, 5, 6, 7, "h")));
        Assert.Equal(
            "1-b-{}", await OutputUtilities.GetValueAsync(Output.Format($"{Output.Create(1)}-{(Input<string>)"b"}-{{}}")));
    }

    [Fact]
    public async Task Are_made_by_lists_and_maps_of_inputs()
    {
        InputList<int> list = new() { 1, Output.Create(2) };
        list.Add(new[] { 3, 4 });
        InputMap<string> map = new() { ["a"] = "x", ["b"] = Output.CreateSecret("y") };

        Assert.Equal([1, 2, 3, 4], (await OutputUtilities.GetValueAsync(list.ToOutput())).AsEnumerable());
        Assert.Equal("y", (await OutputUtilities.GetValueAsync(map.ToOutput()))["b"]);
        Assert.True(await Output.IsSecretAsync(map.ToOutput()));
    }

    [Fact]
    public async Task Are_made_of_either_type_of_a_union()
    {
        InputUnion<string, int> text = "a";
        InputUnion<string, int> number = Output.Create(1);

        Assert.True((await OutputUtilities.GetValueAsync(text.ToOutput())).IsT0);
        Assert.Equal(1, (await OutputUtilities.GetValueAsync(number.ToOutput())).AsT1);
    }

    [Fact]
    public async Task Give_single_elements()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal("a", await OutputUtilities.GetValueAsync(list.First()));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(list.GetAt(1)));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(list.Length()));
    }

    [Fact]
    public async Task Become_JSON_together_with_the_outputs_within()
    {
        var later = new TaskCompletionSource<string>();
        var value = Output.Create(
            new Dictionary<string, object?> { ["a"] = Output.CreateSecret(1), ["b"] = (Input<string>)Output.Create(later.Task) });

        var json = Output.JsonSerialize(value);
        later.SetResult("x");

        Assert.Equal("""{"a":1,"b":"x"}""", await OutputUtilities.GetValueAsync(json));
        Assert.True(await Output.IsSecretAsync(json));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.JsonSerialize(Output.Create(new[] { Unknown }))));
    }

    [Fact]
    public async Task Are_read_from_JSON()
    {
        var read = Output.JsonDeserialize<Dictionary<string, Output<int>>>(Output.CreateSecret("""{"a":1}"""));

        Assert.True(await Output.IsSecretAsync(read));
        Assert.Equal(1, await OutputUtilities.GetValueAsync(read.Apply(map => map["a"])));
    }

    [Fact]
    public void Explain_themselves_instead_of_showing_a_value() =>
        Assert.Contains("Output.Format", Secret.ToString(), StringComparison.Ordinal);

    private static Output<ImmutableArray<int>> Combined(Output<int> part)
    {
        InputList<int> list = new() { 1, part };
        return list.ToOutput();
    }

    private static async Task<(bool IsKnown, bool IsSecret)> Flags<T>(Output<T> output) =>
        (await OutputUtilities.GetIsKnownAsync(output), await Output.IsSecretAsync(output));
}
