using EdgeInfra.Engine.Plugins;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Builtin;

/// <summary>The package <c>command</c>, built in: <c>command:local:Command</c> with pulumi-command's behaviour.</summary>
/// <param name="directory">The program's folder.</param>
/// <param name="log">Told the URN and each line that a command writes, from any thread.</param>
/// <param name="time">For time limits.</param>
/// <param name="random">For ids.</param>
/// <param name="kill">Ends running commands at once.</param>
internal sealed class CommandProvider(
    string directory, Action<string, string> log, TimeProvider time, Random random, CancellationToken kill = default) : IProvider
{
    private const string Token = "command:local:Command";

    // How much of a failed command's stderr goes into the error.
    private const int LastLines = 20;

    private readonly CommandRunner _runner = new(directory, time);

    public string Package => "command";

    // That of the SDKs whose inputs are understood here.
    public string Version => "1.2.1";

    public bool KeepsSecrets => true;

    public Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken cancel) =>
        Task.FromResult(new CheckResponse { Inputs = request.News });

    public Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken cancel) =>
        Task.FromResult(new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone });

    public Task Configure(ConfigureRequest request, CancellationToken cancel) => Task.CompletedTask;

    public Task<string> GetSchema(CancellationToken cancel) => Task.FromResult(CommandSchema.Json(Version));

    public Task<CheckResponse> Check(CheckRequest request, CancellationToken cancel)
    {
        Supported(request.Type, request.Urn);
        var inputs = PropertyMap.From(ValueCodec.FromStruct(request.News).Where(input => input.Value is not V.Null));
        if (!inputs.ContainsKey("addPreviousOutputInEnv"))
        {
            inputs = inputs.With("addPreviousOutputInEnv", true); // pulumi-command's default
        }

        return Task.FromResult(
            new CheckResponse { Inputs = ValueCodec.ToStruct(inputs), Failures = { CommandFields.Check(inputs) } });
    }

    public Task<DiffResponse> Diff(DiffRequest request, CancellationToken cancel)
    {
        Supported(request.Type, request.Urn);
        return Task.FromResult(CommandDiff.Of(
            ValueCodec.FromStruct(request.OldInputs ?? request.Olds), ValueCodec.FromStruct(request.News)));
    }

    public async Task<CreateResponse> Create(CreateRequest request, CancellationToken cancel)
    {
        Supported(request.Type, request.Urn);
        var inputs = ValueCodec.FromStruct(request.Properties);
        if (request.Preview)
        {
            return new CreateResponse { Properties = ValueCodec.ToStruct(Outputs(inputs, V.Unknown.Instance, V.Unknown.Instance)) };
        }

        var output = await Run("create", ["create"], request.Urn, inputs, null, request.Timeout, cancel).ConfigureAwait(false);
        return new CreateResponse
        {
            Id = $"{Urn.Name(request.Urn)}{random.Next():x8}",
            Properties = ValueCodec.ToStruct(Outputs(inputs, output?.Stdout ?? "", output?.Stderr ?? "")),
        };
    }

    public Task<ReadResponse> Read(ReadRequest request, CancellationToken cancel)
    {
        Supported(request.Type, request.Urn);
        return Task.FromResult(new ReadResponse { Id = request.Id, Properties = request.Properties, Inputs = request.Inputs });
    }

    public async Task<UpdateResponse> Update(UpdateRequest request, CancellationToken cancel)
    {
        Supported(request.Type, request.Urn);
        var (olds, inputs) = (ValueCodec.FromStruct(request.Olds), ValueCodec.FromStruct(request.News));
        if (request.Preview)
        {
            return new UpdateResponse { Properties = ValueCodec.ToStruct(Outputs(inputs, V.Unknown.Instance, V.Unknown.Instance)) };
        }

        var output = await Run("update", ["update", "create"], request.Urn, inputs, olds, request.Timeout, cancel)
            .ConfigureAwait(false);
        return new UpdateResponse
        {
            Properties = ValueCodec.ToStruct(output is null
                ? Outputs(inputs, olds["stdout"].Bare(), olds["stderr"].Bare())
                : Outputs(inputs, output.Stdout, output.Stderr)),
        };
    }

    public Task Delete(DeleteRequest request, CancellationToken cancel)
    {
        Supported(request.Type, request.Urn);
        var state = ValueCodec.FromStruct(request.Properties);
        return Run("delete", ["delete"], request.Urn, state, state, request.Timeout, cancel);
    }

    public Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken cancel) => throw NotBuiltIn(request.Tok);

    public Task<CallResponse> Call(CallRequest request, CancellationToken cancel) => throw NotBuiltIn(request.Tok);

    public Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken cancel) =>
        throw NotBuiltIn(request.Type);

    /// <summary>Commands under way come to their end: half a command is worse than a late one.</summary>
    public Task Cancel(CancellationToken cancel) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs the first of those commands that is given; null when none is.</summary>
    private async Task<CommandOutput?> Run(
        string operation, string[] commands, string urn, PropertyMap inputs, PropertyMap? before, double timeout,
        CancellationToken cancel)
    {
        if (commands.Select(name => CommandInputs.Text(inputs[name])).FirstOrDefault(text => text is not null) is not { } command)
        {
            return null;
        }

        using var limit = TimeLimit.After(timeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, kill, limit.Token);
        var scrubber = Scrubber.Of(inputs, before ?? PropertyMap.Empty);
        var parsed = CommandInputs.From(inputs);
        CommandOutput output;
        try
        {
            output = await _runner.Run(
                command, parsed, Previous(parsed, before), line => log(urn, scrubber.Clean(line)), stop.Token)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new RpcException(
                RpcStatus.DeadlineExceeded, $"the {operation} command did not end within {timeout} s and was killed");
        }

        return output.ExitCode == 0 ? output : throw new RpcException(
            RpcStatus.FailedPrecondition,
            scrubber.Clean($"the {operation} command exited with code {output.ExitCode}{LastWords(output)}"));
    }

    private static IEnumerable<(string Name, string Value)> Previous(CommandInputs inputs, PropertyMap? before) =>
        before is null || !inputs.PassPreviousOutput ? [] :
        [
            ("PULUMI_COMMAND_STDOUT", CommandInputs.Text(before["stdout"]) ?? ""),
            ("PULUMI_COMMAND_STDERR", CommandInputs.Text(before["stderr"]) ?? ""),
        ];

    private static string LastWords(CommandOutput output)
    {
        var (text, name) = string.IsNullOrWhiteSpace(output.Stderr) ? (output.Stdout, "stdout") : (output.Stderr, "stderr");
        return string.IsNullOrWhiteSpace(text) ? " and wrote nothing"
            : $"; the end of its {name}:\n  {string.Join("\n  ", text.Split('\n').TakeLast(LastLines))}";
    }

    // What a command writes may hold anything it was given.
    private static PropertyMap Outputs(PropertyMap inputs, V stdout, V stderr)
    {
        var secret = inputs.Values.Any(input => input.HasSecret());
        return inputs
            .With("stdout", secret ? new V.Secret(stdout) : stdout)
            .With("stderr", secret ? new V.Secret(stderr) : stderr);
    }

    private static void Supported(string type, string urn)
    {
        var token = type.Length > 0 ? type : Urn.Type(urn);
        if (token != Token)
        {
            throw NotBuiltIn(token);
        }
    }

    private static RpcException NotBuiltIn(string token) => new(
        RpcStatus.InvalidArgument,
        $"'{token}' is not available here: of the package command only {Token} is built in; the Pulumi CLI runs the rest.");
}
