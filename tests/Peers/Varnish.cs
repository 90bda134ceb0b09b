using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kit;

namespace Peers;

/// <summary>Debian's varnishd, serving one VCL on a port of its own until the test is over.</summary>
internal sealed class Varnish : IAsyncDisposable
{
    // Without optimising, the C compiler is done in half the time.
    private const string Compiler = "cc_command=exec gcc -O0 -fpic -shared -Wl,-x -o %o %s";

    private readonly Process _process;
    private readonly TempFolder _folder;
    private readonly Task _rest;

    private Varnish(Process process, TempFolder folder, IPEndPoint endpoint)
    {
        (_process, _folder, Endpoint) = (process, folder, endpoint);
        _rest = process.StandardError.ReadToEndAsync(); // it goes on talking: nobody else empties the pipe
    }

    public IPEndPoint Endpoint { get; }

    /// <summary>What varnishd says of a VCL: exit code 0 when it compiles.</summary>
    public static async Task<Ran> Compile(string vcl)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("version.vcl"), vcl);
        return await Shell.Run("varnishd", "-C", "-j", "none", "-p", Compiler, "-n", folder.At("work"), "-f", folder.At("version.vcl"));
    }

    public static async Task<Varnish> Serve(string vcl)
    {
        var folder = new TempFolder();
        File.WriteAllText(folder.At("version.vcl"), vcl);
        var endpoint = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        var process = Process.Start(new ProcessStartInfo("varnishd",
        [
            "-F", "-j", "none", "-n", folder.At("work"), "-f", folder.At("version.vcl"), "-a", endpoint.ToString(), "-T", "none", "-s", "malloc,16m",
        ])
        { RedirectStandardError = true })!;
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains("Child launched OK", StringComparison.Ordinal))
            {
                await Listening(endpoint, process);
                return new Varnish(process, folder, endpoint);
            }
        }

        folder.Dispose();
        throw new InvalidOperationException($"varnishd ended early:\n{string.Join('\n', said)}");
    }

    // It says so a moment before it does.
    private static async Task Listening(IPEndPoint endpoint, Process process)
    {
        while (!process.HasExited)
        {
            try
            {
                using var client = await RawClient.Connect(endpoint);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
    }

    // Its child, which serves, ends with it and closes the pipe.
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _rest;
        _process.Dispose();
        _folder.Dispose();
    }
}
