using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Runs a stack program against mocks.</summary>
internal static class MockRun
{
    /// <exception cref="RunException">The program failed; all errors are named.</exception>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> Execute(
        IMocks mocks, TestOptions? options, Func<Stack> program)
    {
        var settings = Settings(options ?? new TestOptions());
        var monitor = new MockMonitor(mocks, settings);
        var engine = new MockEngine();
        var run = new ProgramRun(settings, monitor, engine);

        await new ProgramExit(run, TextWriter.Null).Run(program).ConfigureAwait(false);
        if (engine.Errors.Count > 0)
        {
            throw new RunException(string.Join(Environment.NewLine, engine.Errors));
        }

        // A program without errors has made its stack.
        return (monitor.Resources, (await run.Stack!.Outputs.Data.ConfigureAwait(false)).Value);
    }

    private static DeploymentSettings Settings(TestOptions options) =>
        new(options.ProjectName ?? "project", options.StackName ?? "stack", options.IsPreview ?? true)
        {
            Organization = options.OrganizationName ?? "organization",
            RootDirectory = options.RootDirectory ?? "",
            Config = DeploymentSettings.ReadConfig(Environment.GetEnvironmentVariable),
            SecretKeys = DeploymentSettings.ReadSecretKeys(Environment.GetEnvironmentVariable),
        };
}
