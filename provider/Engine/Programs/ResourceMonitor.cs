using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;
using Feature = EdgeInfra.Protocol.Rpc.ResourceMonitorFeature;

namespace EdgeInfra.Engine.Programs;

/// <summary>What a stack program talks to. Any number of its requests are under way at a time.</summary>
internal sealed class ResourceMonitor(DeploymentOptions options, Registrar registrar, Functions functions, OutputRegistry outputs, InFlight inFlight)
{
    private static readonly Feature[] Features =
        [Feature.Secrets, Feature.ResourceReferences, Feature.OutputValues, Feature.AliasSpecs, Feature.DeletedWith];

    private static readonly HashSet<string> FeatureNames = ["secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith"];

    /// <summary>Adds the methods. The client's own cancellation is not passed on: what was begun is finished and remembered.</summary>
    public RpcService AddTo(RpcService service) => service
        .On(MonitorMethods.GetDeploymentInfo, (_, _) => Task.FromResult(Info()))
        .On(MonitorMethods.SupportsFeature, (request, _) =>
            Task.FromResult(new SupportsFeatureResponse { HasSupport = FeatureNames.Contains(request.Id) }))
        .On(MonitorMethods.RegisterResource, (request, _) => inFlight.Track(() => Register(request)))
        .On(MonitorMethods.RegisterResourceOutputs, (request, _) => inFlight.Track(() => RegisterOutputs(request)))
        .On(MonitorMethods.ReadResource, (request, _) => inFlight.Track(() => Read(request)))
        .On(MonitorMethods.Invoke, (request, _) => inFlight.Track(() => functions.Invoke(request)))
        .On(MonitorMethods.Call, (request, _) => inFlight.Track(() => functions.Call(request)))
        .On(MonitorMethods.SignalAndWaitForShutdown, (_, _) => Task.FromResult(new Empty())) // Nothing calls back into the program.
        .On(MonitorMethods.RegisterPackage, (request, _) => Refused<RegisterPackageResponse>($"parameterized packages ('{request.Name}')"))
        .On(MonitorMethods.RegisterStackTransform, (_, _) => Refused<Empty>("stack transforms"))
        .On(MonitorMethods.RegisterStackInvokeTransform, (_, _) => Refused<Empty>("invoke transforms"))
        .On(MonitorMethods.RegisterResourceHook, (_, _) => Refused<Empty>("resource hooks"))
        .On(MonitorMethods.RegisterErrorHook, (_, _) => Refused<Empty>("error hooks"));

    private static Task<T> Refused<T>(string what) =>
        throw new RpcException(RpcStatus.Unimplemented, $"{what} are not supported by this engine; the Pulumi CLI runs this program");

    private DeploymentInfo Info() => new()
    {
        Project = options.Project,
        Stack = options.Stack,
        Organization = ProgramContext.Organization,
        Config = { options.Config },
        ConfigSecretKeys = { options.ConfigSecretKeys },
        DryRun = options.DryRun,
        Parallel = options.Parallel,
        SupportedFeatures = { Features },
    };

    private async Task<RegisterResourceResponse> Register(RegisterResourceRequest request)
    {
        var registered = await registrar.Register(RegistrationReader.Read(request, options.RootDirectory)).ConfigureAwait(false);
        if (registered.State is not { } state)
        {
            return request.SupportsResultReporting
                ? new RegisterResourceResponse { Urn = registered.Urn, Object = new Struct(), Result = registered.Result }
                : throw new RpcException(RpcStatus.Internal, registered.Problem);
        }

        // A local component's outputs come from the program itself.
        var visible = request.Custom || request.Remote ? state.Outputs : PropertyMap.Empty;
        var answer = new RegisterResourceResponse
        {
            Urn = state.Urn,
            Id = state.Id,
            Object = Marshal(visible, request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues),
            Stables = { registered.Stables },
            Result = Result.Success,
        };
        foreach (var (key, urns) in registered.OutputDependencies)
        {
            answer.PropertyDependencies[key] = new RegisterResourceResponse.Types.PropertyDependencies { Urns = { urns } };
        }

        return answer;
    }

    private async Task<Empty> RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        await outputs.Register(request.Urn, ValueCodec.FromStruct(request.Outputs).WithoutOutputs()).ConfigureAwait(false);
        return new Empty();
    }

    private async Task<ReadResourceResponse> Read(ReadResourceRequest request)
    {
        var registered = await registrar.Register(RegistrationReader.Read(request, options.RootDirectory)).ConfigureAwait(false);
        return registered.State is { } state
            ? new ReadResourceResponse
            {
                Urn = state.Urn,
                Properties = Marshal(state.Outputs, request.AcceptSecrets, request.AcceptResources, partial: true),
                Unknown = state.Id.Length == 0,
            }
            : throw new RpcException(RpcStatus.Internal, registered.Problem);
    }

    private static Struct Marshal(PropertyMap values, bool secrets, bool resources, bool partial)
    {
        var kept = secrets ? values : Values.WithoutSecrets(values);
        kept = resources ? kept : Values.WithoutReferences(kept);
        return ValueCodec.ToStruct(partial ? kept : Values.WithoutUnknowns(kept));
    }
}
