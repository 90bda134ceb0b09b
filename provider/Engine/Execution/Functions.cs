using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Execution;

/// <summary>Functions and methods that a program calls: forwarded to the provider that has them.</summary>
internal sealed class Functions(
    DeploymentOptions options, Journal journal, Registrar registrar, ProviderRegistry providers, Func<string> monitorAddress)
{
    private const string GetResource = "pulumi:pulumi:getResource";

    public async Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request)
    {
        var args = ValueCodec.FromStruct(request.Args).WithoutOutputs();
        if (Urn.Package(request.Tok) == "pulumi")
        {
            return BuiltIn(request.Tok, args);
        }

        var provider = await Provider(request.Tok, request.Provider, request.Version).ConfigureAwait(false);
        if (!provider.IsConfigured || args.HasUnknown())
        {
            return new ResourceInvokeResponse { Return = new(), Unknown = true };
        }

        var forwarded = new InvokeRequest { Tok = request.Tok, Args = ValueCodec.ToStruct(args), Preview = options.DryRun };
        var answer = await provider.Plugin.Invoke(forwarded, CancellationToken.None).ConfigureAwait(false);
        var returned = ValueCodec.FromStruct(answer.Return).WithoutOutputs();
        return new ResourceInvokeResponse
        {
            Return = ValueCodec.ToStruct(request.AcceptResources ? returned : Values.WithoutReferences(returned)),
            Failures = { answer.Failures },
        };
    }

    public async Task<CallResponse> Call(ResourceCallRequest request)
    {
        var provider = await Provider(request.Tok, request.Provider, request.Version).ConfigureAwait(false);
        if (!provider.IsConfigured)
        {
            return new CallResponse { Return = new() };
        }

        var forwarded = new CallRequest
        {
            Tok = request.Tok,
            Args = ValueCodec.ToStruct(ValueCodec.FromStruct(request.Args).WithoutOutputs()),
            Project = options.Project,
            Stack = options.Stack,
            Organization = ProgramContext.Organization,
            Config = { options.Config },
            ConfigSecretKeys = { options.ConfigSecretKeys },
            DryRun = options.DryRun,
            Parallel = options.Parallel,
            MonitorEndpoint = monitorAddress(),
        };
        foreach (var (key, dependencies) in request.ArgDependencies)
        {
            forwarded.ArgDependencies[key] = new CallRequest.Types.ArgumentDependencies { Urns = { dependencies.Urns } };
        }

        var answer = await provider.Plugin.Call(forwarded, CancellationToken.None).ConfigureAwait(false);
        answer.Return = ValueCodec.ToStruct(ValueCodec.FromStruct(answer.Return).WithoutOutputs());
        return answer;
    }

    private async Task<LoadedProvider> Provider(string token, string named, string version)
    {
        try
        {
            var reference = await registrar.ProviderFor(token, named, version).ConfigureAwait(false);
            return await providers.Get(reference).ConfigureAwait(false);
        }
        catch (Exception error) when (error is StepRefusedException or PluginNotFoundException)
        {
            throw new RpcException(RpcStatus.FailedPrecondition, $"{token}: {error.Message}");
        }
        catch (MissingProviderException error)
        {
            throw new RpcException(RpcStatus.Unavailable, $"{token}: {error.Message}");
        }
    }

    // SDKs ask for it when they read a resource out of another one's outputs.
    private ResourceInvokeResponse BuiltIn(string token, PropertyMap args)
    {
        if (token != GetResource)
        {
            throw new RpcException(RpcStatus.Unimplemented, $"the function {token} is not supported by this engine");
        }

        var urn = (args["urn"].Bare() as PropertyValue.Text)?.Value ?? "";
        var state = journal.Done(urn) ?? throw new RpcException(RpcStatus.NotFound, $"{urn} is not registered in this run");
        return new ResourceInvokeResponse
        {
            Return = ValueCodec.ToStruct(PropertyMap.Of(("urn", state.Urn), ("id", state.Id), ("state", state.Outputs))),
        };
    }
}
