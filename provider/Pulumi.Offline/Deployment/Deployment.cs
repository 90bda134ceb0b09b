using System.Collections.Immutable;
using EdgeInfra.Protocol.Transport;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a stack program: the one call in a program's <c>Main</c>.</summary>
/// <remarks>Return the exit code from <c>Main</c>; resources made outside the function that is passed here are refused.</remarks>
public sealed class Deployment
{
    private Deployment()
    {
    }

    public static DeploymentInstance Instance => ProgramRun.Required.Instance;

    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) =>
        ProgramRun.Required.RequireVersion(pulumiVersionRange);

    public static Task<int> RunAsync(Action action) => RunAsync(() => new Stack(StackProgram.From(action)));

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) =>
        RunAsync(() => new Stack(StackProgram.From(func)));

    public static Task<int> RunAsync(Func<Task> func) => RunAsync(() => new Stack(StackProgram.From(func)));

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RunAsync(() => new Stack(func));

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunAsync(StackProgram.Of<TStack>);

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunAsync(() => StackProgram.Of<TStack>(serviceProvider));

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => Resources(mocks, options, () => StackProgram.Of<TStack>(serviceProvider));

    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => Resources(mocks, options, StackProgram.Of<TStack>);

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources) =>
        MockRun.Execute(testMocks, testOptions, () => new Stack(createResources));

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        MockRun.Execute(testMocks, testOptions, () => new Stack(StackProgram.From(createResources)));

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        Resources(testMocks, testOptions, () => new Stack(StackProgram.From(createResources)));

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        Resources(testMocks, testOptions, () => new Stack(StackProgram.From(createResources)));

    private static async Task<ImmutableArray<Resource>> Resources(IMocks mocks, TestOptions? options, Func<Stack> program) =>
        (await MockRun.Execute(mocks, options, program).ConfigureAwait(false)).Resources;

    private static async Task<int> RunAsync(Func<Stack> program)
    {
        DeploymentSettings settings;
        try
        {
            settings = DeploymentSettings.Read(Environment.GetEnvironmentVariable);
        }
        catch (InvalidOperationException notRunByAnEngine)
        {
            await Console.Error.WriteLineAsync(notRunByAnEngine.Message).ConfigureAwait(false);
            return Environment.ExitCode = 1;
        }

        using var monitor = new RpcChannel(settings.MonitorAddress);
        using var engine = new RpcChannel(settings.EngineAddress);
        var run = new ProgramRun(settings, new RpcMonitor(monitor), new RpcEngine(engine));
        return Environment.ExitCode = await new ProgramExit(run, Console.Error).Run(program).ConfigureAwait(false);
    }
}
