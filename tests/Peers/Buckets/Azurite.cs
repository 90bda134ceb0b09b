using System.Diagnostics;
using System.Net;
using Kit;

namespace Peers.Buckets;

/// <summary>Azure's emulator with one container. It has refused a signature that was tampered with before any test begins.</summary>
public sealed class Azurite : IAsyncLifetime
{
    public const string Container = "website";

    private const string Ready = "successfully listens on ";

    private readonly TempFolder _folder = new();
    private Process _server = null!;
    private Task _rest = Task.CompletedTask;

    public IPEndPoint Endpoint { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("node",
        [
            Repository.At("tests", "Peers", "azurite", "node_modules", "azurite", "dist", "src", "blob", "main.js"), "--blobHost", "127.0.0.1", "--blobPort", "0",
            "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent",
        ])
        { RedirectStandardOutput = true, WorkingDirectory = _folder.Path };
        start.Environment["AZURITE_ACCOUNTS"] = $"{AzureAsk.Account}:{AzureAsk.AccountKey}";
        _server = Process.Start(start)!;
        string? line;
        while ((line = await _server.StandardOutput.ReadLineAsync())?.Contains(Ready, StringComparison.Ordinal) == false)
        {
        }

        Assert.True(line is not null, "Azurite ended early, or is missing: ./test Peers fetches it");
        _rest = _server.StandardOutput.ReadToEndAsync(); // it goes on talking: nobody else empties the pipe
        Endpoint = IPEndPoint.Parse(line[(line.IndexOf("://", StringComparison.Ordinal) + 3)..]);
        Assert.Equal(201, (await Ask(new AzureAsk("PUT", $"/{Container}") { Query = "restype=container" })).Status);
        await Put($"/{Container}/index.html", "<h1>home</h1>", "text/html");
        var tampered = await Ask(new AzureAsk("GET", $"/{Container}/index.html") { OnTheWay = static text => text.Replace($"{AzureAsk.Account}:", $"{AzureAsk.Account}:A", StringComparison.Ordinal) });
        Assert.True(tampered.Status == 403, $"this Azurite takes any signature, so it proves nothing: {tampered.Head}");
    }

    public async Task DisposeAsync()
    {
        _server.Kill();
        await _server.WaitForExitAsync();
        await _rest;
        _server.Dispose();
        _folder.Dispose();
    }

    internal Task<RawAnswer> Ask(AzureAsk ask) => Tampering.Ask(Endpoint, ask.Text());

    internal async Task Put(string path, string body, string type)
    {
        var answer = await Ask(new AzureAsk("PUT", path) { Body = body, Signed = [("Content-Type", type)] });
        Assert.True(answer.Status == 201, $"PUT {path}: {answer.Head}{answer.Body}");
    }
}
