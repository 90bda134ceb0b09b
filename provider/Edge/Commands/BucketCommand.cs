using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeInfra.Edge.Commands;

/// <summary><c>edgeinfra-edge bucket</c>: a folder, served with the manners of a store of objects.</summary>
internal sealed class BucketCommand(Programs programs, CommandConsole console)
{
    public async Task Run(BucketCommandOptions options, CancellationToken cancel)
    {
        options.Data?.Create();
        using var alone = options.Data is { } data ? data.TakeLock() ?? throw InUse(data.Folder) : null;
        var foreground = new Foreground(console);
        var bucket = await foreground.Listen(
            "--listen", options.Listen, options.Data,
            listen => programs.Bucket(options.Wish, listen, cancel),
            started => started.Endpoint).ConfigureAwait(false);
        try
        {
            await foreground.Serve(bucket.Drain, options.Data, options.Fingerprint, Ready(options, bucket), cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            await bucket.Dispose().ConfigureAwait(false);
            options.Data?.ForgetRunning(Environment.ProcessId);
        }
    }

    private static Complaint InUse(string folder) =>
        new($"--data {folder}: in use by another process; stop that one (edgeinfra-edge stop --data {folder}), or choose another directory");

    private static string Ready(BucketCommandOptions options, Listening bucket) => new JsonObject
    {
        ["url"] = EndpointText.Url(bucket.Endpoint),
        ["listen"] = bucket.Endpoint.ToString(),
        ["pid"] = Environment.ProcessId,
        ["name"] = options.Wish.Name,
        ["store"] = options.Wish.Store,
    }.ToJsonString(JsonSerializerOptions.Default);
}
