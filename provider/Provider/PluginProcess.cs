using System.Runtime.InteropServices;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Plugin;

/// <summary>The plugin as a program: prints its port, serves, and ends with its parent or at a signal.</summary>
internal static class PluginProcess
{
    // Engines kill five seconds after the signal; what is in flight gets most of that to end by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private const string Usage = """
        pulumi-resource-edgeinfra: the EdgeInfra provider. It is started by Pulumi, or by edgeinfra, prints the port it listens on, and
        ends with whoever started it.

          --help     this text
          --version  the version

        """;

    public static Task<int> Run(string[] args) =>
        args is ["--version" or "-version"] ? Say(PluginVersion.Text + "\n")
        : args is ["--help" or "-help" or "-h"] ? Say(Usage)
        : Serve(args);

    private static async Task<int> Say(string text)
    {
        await Console.Out.WriteAsync(text);
        return 0;
    }

    private static async Task<int> Serve(string[] args)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = OnSignal(PosixSignal.SIGINT, ended);
        using var terminate = OnSignal(PosixSignal.SIGTERM, ended);
        using var provider = new EdgeProvider(Environment.GetEnvironmentVariable, TimeProvider.System);
        if (PluginArguments.EngineAddress(args) is { } engine)
        {
            provider.Log.Attach(engine);
        }

        await using var server = await RpcServer.Start(provider.Service);
        await Console.Out.WriteLineAsync(server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Console.Out.FlushAsync();
        _ = EndWithParent(ended);
        await ended.Task;
        await provider.CancelAndSettle(Grace);
        return 0;
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, TaskCompletionSource ended) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true; // the process ends by itself, in order
            ended.TrySetResult();
        });

    // An engine holds our stdin open for as long as it lives. Without a parent, as under a debugger, it may be /dev/null.
    private static async Task EndWithParent(TaskCompletionSource ended)
    {
        if (OperatingSystem.IsLinux() && File.ResolveLinkTarget("/proc/self/fd/0", returnFinalTarget: false)?.FullName == "/dev/null")
        {
            return;
        }

        var buffer = new byte[256];
        await using var stdin = Console.OpenStandardInput();
        while (await stdin.ReadAsync(buffer) > 0)
        {
        }

        ended.TrySetResult();
    }
}
