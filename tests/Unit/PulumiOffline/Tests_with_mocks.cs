using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Unit.PulumiOffline;

public sealed class Tests_with_mocks
{
    [Fact]
    public async Task Return_the_resources_in_the_order_of_the_program()
    {
        var resources = await Deployment.TestAsync<MyStack>(new Mocks());

        Assert.Equal(["project-stack", "all", "all-a", "all-b"], resources.Select(resource => resource.GetResourceName()));
        Assert.Equal("test:index:Server", resources[2].GetResourceType());
        Assert.Equal("ready: a", await OutputUtilities.GetValueAsync(((MyStack)resources[0]).State));
    }

    [Fact]
    public async Task Show_mocks_the_inputs_and_give_their_answers_as_outputs()
    {
        var mocks = new Mocks();

        var (resources, outputs) = await Deployment.TestAsync(mocks, new TestOptions { StackName = "dev" }, () =>
        {
            var server = new Server("web", new() { Address = Output.CreateSecret("x"), Port = OutputUtilities.CreateUnknown(1), Near = new Cluster("all") });
            return new Dictionary<string, object?> { ["id"] = server.Id, ["port"] = server.Port };
        });

        var inputs = mocks.Seen.Single(args => args.Name == "web").Inputs;
        Assert.Equal(["address", "near"], inputs.Keys.Order());
        Assert.Equal("all", ((Resource)inputs["near"]).GetResourceName());
        Assert.Equal("web_id", await OutputUtilities.GetValueAsync((Output<string>)outputs["id"]!));
        Assert.False(await OutputUtilities.GetIsKnownAsync((Output<int?>)outputs["port"]!));
        Assert.Equal("urn:pulumi:dev::project::test:index:Server::web", await OutputUtilities.GetValueAsync(
            resources.Single(one => one.GetResourceName() == "web").Urn));
    }

    [Fact]
    public async Task Know_that_outputs_are_not_set_when_it_is_no_preview()
    {
        await Deployment.TestAsync(new Mocks(), new TestOptions { IsPreview = false }, async () =>
            Assert.True(await OutputUtilities.GetIsKnownAsync(new Server("web").Port)));
    }

    [Fact]
    public async Task Fail_with_all_errors_of_the_program()
    {
        Action program = () =>
        {
            Log.Error("first");
            throw new RunException("second");
        };

        var error = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new Mocks(), new TestOptions(), program));

        Assert.Equal($"first{Environment.NewLine}second", error.Message);
    }

    [Fact]
    public async Task Fail_when_a_mock_does()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(
            new Mocks { Break = true }, new TestOptions(), () => { _ = new Server("web"); }));

        Assert.Contains("the mock is broken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_when_a_stack_leaves_an_output_unassigned()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ForgetfulStack>(new EmptyMocks()));

        Assert.StartsWith("Output(s) 'Url' have no value assigned.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_when_an_output_has_a_type_that_none_can_have()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(
            new EmptyMocks(), new TestOptions(), () => { _ = new Odd("odd"); }));

        Assert.Contains(
            "[Output] Unit.PulumiOffline.Tests_with_mocks+Odd.Count: System.Int64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_function_calls()
    {
        var (_, outputs) = await Deployment.TestAsync(new Mocks(), new TestOptions(), () => new Dictionary<string, object?>
        {
            ["answer"] = Deployment.Instance.Invoke<ImmutableDictionary<string, string>>("test:index:ask", InvokeArgs.Empty),
        });

        var answer = await OutputUtilities.GetValueAsync((Output<ImmutableDictionary<string, string>>)outputs["answer"]!);
        Assert.Equal("test:index:ask", answer["token"]);
    }

    [Fact]
    public async Task Run_side_by_side()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var name = "stack" + number;
            await Deployment.TestAsync(new Mocks(), new TestOptions { StackName = name }, async () =>
            {
                await Task.Yield();
                Assert.Equal(name, Deployment.Instance.StackName);
            });
            return name;
        }));

        Assert.Equal(20, names.Distinct().Count());
    }

    [Fact]
    public void Are_needed_to_make_resources_outside_a_program()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Server("web"));

        Assert.Contains("Deployment.RunAsync", error.Message, StringComparison.Ordinal);
    }

    private sealed class Mocks : IMocks
    {
        private readonly Lock _lock = new();

        public bool Break { get; init; }

        public List<MockResourceArgs> Seen { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            lock (_lock)
            {
                Seen.Add(args);
            }

            return Break
                ? throw new InvalidOperationException("the mock is broken")
                : Task.FromResult<(string?, object)>((args.Name + "_id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) =>
            Task.FromResult<object>(new Dictionary<string, object?> { ["token"] = args.Token });
    }

    private sealed class MyStack : Stack
    {
        public MyStack() => State = new Cluster("all").Address.Apply(address => "ready: " + address);

        [Output("state")]
        public Output<string> State { get; private set; }
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string>? Url { get; private set; }
    }

    private sealed class Odd(string name) : CustomResource("test:index:Odd", name, null)
    {
        [Output("count")]
        public Output<long> Count { get; private set; } = null!;
    }
}
