using System.Net;
using Pulumi;
using Pulumi.Command.Local;
using Pulumi.Utilities;

namespace EdgeInfra;

/// <summary>The bundled runtime on this machine: started, kept, and stopped with the stack. The command edgeinfra-edge must be on the PATH.</summary>
/// <remarks>It goes on running between deployments. A change of its addresses restarts it.</remarks>
public sealed class EdgeHost : ComponentResource
{
    private readonly Output<(string Address, int Port)>? _bucket;

    /// <param name="name">The host's name in the program.</param>
    /// <param name="args">Where it listens; everything has a default.</param>
    /// <param name="options">How the engine treats it.</param>
    public EdgeHost(string name, EdgeHostArgs? args = null, ComponentResourceOptions? options = null)
        : base("edgeinfra:index:EdgeHost", name, args, options)
    {
        args ??= new EdgeHostArgs();
        var data = (args.DataDirectory ?? $".edge/{name}").ToOutput();
        var listen = args.Listen ?? "127.0.0.1:0";
        var control = args.Control ?? "127.0.0.1:0";
        var edge = Daemon(name, data, Output.Format(
            $"edgeinfra-edge serve --detach --data {ShellText.Quote(data)} --listen {ShellText.Quote(listen)} --control {ShellText.Quote(control)}"));
        var key = new Command($"{name}-key", new CommandArgs
        {
            Create = Output.Format($"edgeinfra-edge token --data {ShellText.Quote(data)}"),
            Triggers = new List<Input<object>> { edge.Stdout.Apply(line => (object)line) }, // a new start may come with a new key
        }, new CustomResourceOptions { Parent = this, AdditionalSecretOutputs = { "stdout" } });

        Url = Said(edge, line => line.Required("url"));
        ControlUrl = Said(edge, line => line.Required("control"));
        ApiKey = Output.CreateSecret(Printed(key, text => text.Trim()));
        _bucket = args.Bucket is null ? null : Bucket(name, args.Bucket, args.BucketName, data.Apply(folder => $"{folder}-bucket"));
        RegisterOutputs(new Dictionary<string, object?> { ["url"] = Url, ["controlUrl"] = ControlUrl, ["apiKey"] = ApiKey });
    }

    /// <summary>Where clients reach the edge: <c>http://localhost:PORT</c>.</summary>
    public Output<string> Url { get; }

    /// <summary>Where a <see cref="Provider"/> reaches the control API.</summary>
    public Output<string> ControlUrl { get; }

    /// <summary>The key to the control API; a secret.</summary>
    public Output<string> ApiKey { get; }

    /// <summary>Address of the development bucket.</summary>
    /// <exception cref="InvalidOperationException">The host was made without one.</exception>
    public Output<string> BucketAddress => RequiredBucket.Apply(bucket => bucket.Address);

    /// <summary>Port of the development bucket.</summary>
    /// <exception cref="InvalidOperationException">The host was made without one.</exception>
    public Output<int> BucketPort => RequiredBucket.Apply(bucket => bucket.Port);

    private Output<(string Address, int Port)> RequiredBucket => _bucket
        ?? throw new InvalidOperationException($"the host \"{GetResourceName()}\" has no bucket: set Bucket to the folder that it shall serve.");

    private Output<(string Address, int Port)> Bucket(string name, Input<string> folder, Input<string>? bucketName, Output<string> data)
    {
        bucketName ??= folder.Apply(path => Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        var bucket = Daemon($"{name}-bucket", data, Output.Format(
            $"edgeinfra-edge bucket {ShellText.Quote(folder)} --detach --data {ShellText.Quote(data)} --listen 127.0.0.1:0 --name {ShellText.Quote(bucketName)}"));
        return Said(bucket, line =>
        {
            var endpoint = IPEndPoint.Parse(line.Required("listen"));
            return (endpoint.Address.ToString(), endpoint.Port);
        });
    }

    private static Output<T> Said<T>(Command command, Func<ReadyLine, T> read) => Printed(command, text => read(ReadyLine.Parse(text)));

    // A command that failed has printed nothing, and programs go on to their end: what comes from it stays unknown, so that the
    // engine shows why the command failed and nothing that follows from it.
    private static Output<T> Printed<T>(Command command, Func<string, T> read) => command.Stdout.Apply(text =>
        text is null ? OutputUtilities.CreateUnknown<T>(default(T)!) : Output.Create(read(text)));

    private Command Daemon(string name, Output<string> data, Output<string> start) => new(name, new CommandArgs
    {
        Create = start,
        Delete = Output.Format($"edgeinfra-edge stop --data {ShellText.Quote(data)}"),
    }, new CustomResourceOptions { Parent = this });
}
