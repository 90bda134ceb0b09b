using System.Diagnostics;
using System.Globalization;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;
using Kit;

namespace Unit.Provider;

public sealed class Plugin_process
{
    [Fact]
    public async Task Prints_its_port_and_nothing_else_and_ends_with_its_parent()
    {
        using var plugin = Start();
        var port = await plugin.StandardOutput.ReadLineAsync();
        using var channel = new RpcChannel($"127.0.0.1:{port}");

        var info = await channel.Call(ProviderMethods.GetPluginInfo, new Empty());
        plugin.StandardInput.Close();
        await plugin.WaitForExitAsync();

        Assert.Equal(EdgeInfra.Plugin.PluginVersion.Text, info.Version);
        Assert.Equal("", await plugin.StandardOutput.ReadToEndAsync());
        Assert.Equal(0, plugin.ExitCode);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("-version")]
    public async Task Tells_its_version_to_whoever_runs_it_by_hand(string option) =>
        Assert.Equal(
            EdgeInfra.Plugin.PluginVersion.Text + "\n", (await Shell.Run(Repository.Provider, option)).Succeeded().Output);

    [Fact]
    public async Task Tells_what_it_is_for() =>
        Assert.Contains(
            "started by Pulumi", (await Shell.Run(Repository.Provider, "--help")).Succeeded().Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Ends_in_order_at_a_signal(string signal)
    {
        using var plugin = Start();
        await plugin.StandardOutput.ReadLineAsync();

        using var kill = Process.Start("kill", [$"-{signal}", plugin.Id.ToString(CultureInfo.InvariantCulture)]);
        await plugin.WaitForExitAsync();

        Assert.Equal(0, plugin.ExitCode);
    }

    // Whoever runs the tests in the background may have made it ignore interrupts, which commands inherit.
    private static Process Start() => Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", Repository.Provider, "--logtostderr", "127.0.0.1:1"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
