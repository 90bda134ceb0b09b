using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Pulumi;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.PulumiOffline;

public sealed class Programs_that_fail
{
    private static readonly Dictionary<string, object?> Nothing = [];

    [Fact]
    public async Task End_with_32_when_the_engine_refuses_and_say_so_once()
    {
        await using var engine = new FakeEngine
        {
            Answer = request => request.Custom
                ? throw new RpcException(RpcStatus.InvalidArgument, "no such thing")
                : FakeEngine.Echo(request),
        };

        var code = await engine.Run(() =>
        {
            var server = new Server("web");
            _ = new Server("next", new() { Address = server.Address.Apply(address => address + "!") });
            return new Dictionary<string, object?> { ["address"] = server.Address };
        });

        Assert.Equal(32, code);
        Assert.Equal("test:index:Server 'web': no such thing", Assert.Single(engine.Log).Message);
        Assert.Equal(LogSeverity.Error, engine.Log.Single().Severity);
        Assert.Equal("SignalAndWaitForShutdown", engine.Calls.Last());
    }

    [Fact]
    public async Task End_with_32_when_the_program_throws()
    {
        await using var engine = new FakeEngine();

        var code = await engine.Run(() => throw new RunException("the region is missing"));

        Assert.Equal(32, code);
        Assert.Equal("the region is missing", Assert.Single(engine.Log).Message);
    }

    [Fact]
    public async Task Report_an_error_in_Apply_with_its_stack()
    {
        await using var engine = new FakeEngine();

        var code = await engine.Run(() => new Dictionary<string, object?>
        {
            ["x"] = new Server("web").Id.Apply(id => id.Length > 0 ? throw new InvalidOperationException("too long") : id),
        });

        Assert.Equal(32, code);
        Assert.Contains("failed with an unhandled exception", Assert.Single(engine.Log).Message, StringComparison.Ordinal);
        Assert.Contains("too long", engine.Log.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_with_1_when_an_error_was_only_logged()
    {
        await using var engine = new FakeEngine();

        var code = await engine.Run(() =>
        {
            var server = new Server("web");
            Log.Info("first");
            Log.Error("something is off", server);
            return Nothing;
        });

        Assert.Equal(1, code);
        Assert.Equal(["first", "something is off"], engine.Log.Select(message => message.Message));
        Assert.EndsWith("::web", engine.Log.Last().Urn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_with_1_and_write_to_stderr_when_the_engine_cannot_be_told()
    {
        await using var engine = new FakeEngine { OnLog = _ => throw new RpcException(RpcStatus.Internal, "full") };

        var code = await engine.Run(() => throw new RunException("broken"));

        Assert.Equal(1, code);
        Assert.StartsWith("broken", engine.Stderr.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RpcStatus.Unimplemented, 0)]
    [InlineData(RpcStatus.Unavailable, 0)]
    [InlineData(RpcStatus.Internal, 1)]
    public async Task Put_up_with_engines_that_do_not_wait_for_the_end(RpcStatus status, int expected)
    {
        await using var engine = new FakeEngine { OnLeave = () => throw new RpcException(status, "gone") };

        Assert.Equal(expected, await engine.Run(() => Nothing));
    }
}
