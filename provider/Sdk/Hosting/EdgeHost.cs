using System.Net;
using Pulumi;
using Pulumi.Command.Local;

namespace EdgeInfra;

/// <summary>The bundled runtime on this machine: started, kept, and stopped with the stack. The command edgeinfra-edge must be on the PATH.</summary>
/// <remarks>It goes on running between deployments. A change of its addresses restarts it.</remarks>
public sealed class EdgeHost : ComponentResource
{
    private readonly Output<IPEndPoint>? _bucket;

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

        var ready = edge.Stdout.Apply(ReadyLine.Parse);
        Url = ready.Apply(line => line.Required("url"));
        ControlUrl = ready.Apply(line => line.Required("control"));
        ApiKey = Output.CreateSecret(key.Stdout.Apply(text => text.Trim()));
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
    public Output<string> BucketAddress => RequiredBucket.Apply(endpoint => endpoint.Address.ToString());

    /// <summary>Port of the development bucket.</summary>
    /// <exception cref="InvalidOperationException">The host was made without one.</exception>
    public Output<int> BucketPort => RequiredBucket.Apply(endpoint => endpoint.Port);

    private Output<IPEndPoint> RequiredBucket => _bucket
        ?? throw new InvalidOperationException($"the host \"{GetResourceName()}\" has no bucket: set Bucket to the folder that it shall serve.");

    private Output<IPEndPoint> Bucket(string name, Input<string> folder, Input<string>? bucketName, Output<string> data)
    {
        bucketName ??= folder.Apply(path => Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        var bucket = Daemon($"{name}-bucket", data, Output.Format(
            $"edgeinfra-edge bucket {ShellText.Quote(folder)} --detach --data {ShellText.Quote(data)} --listen 127.0.0.1:0 --name {ShellText.Quote(bucketName)}"));
        return bucket.Stdout.Apply(line => IPEndPoint.Parse(ReadyLine.Parse(line).Required("listen")));
    }

    private Command Daemon(string name, Output<string> data, Output<string> start) => new(name, new CommandArgs
    {
        Create = start,
        Delete = Output.Format($"edgeinfra-edge stop --data {ShellText.Quote(data)}"),
    }, new CustomResourceOptions { Parent = this });
}
