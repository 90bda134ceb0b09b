using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;

namespace EdgeInfra.Engine.Execution;

/// <summary>Has a provider construct a remote component; its children come back through the monitor.</summary>
internal sealed class Constructor(DeploymentOptions options, ProviderRegistry providers, Func<string> monitorAddress)
{
    public async Task<Registered> Construct(Registration resource)
    {
        var reference = ProviderReference.Parse(resource.Provider)
            ?? throw new StepRefusedException($"'{resource.Provider}' is not a provider reference (urn::id)");
        var provider = await providers.Get(reference).ConfigureAwait(false);
        if (!provider.IsConfigured)
        {
            // As Pulumi's engine: what it comes to is unknown until its provider can be asked, which only happens in previews.
            return new Registered(resource.Urn, Result.Success, Empty(resource.Urn, resource), []);
        }

        var answer = await provider.Plugin.Construct(Request(resource), CancellationToken.None).ConfigureAwait(false);
        var state = Empty(answer.Urn.Length > 0 ? answer.Urn : resource.Urn, resource) with
        {
            Outputs = ValueCodec.FromStruct(answer.State).WithoutOutputs(),
        };
        return new Registered(state.Urn, Result.Success, state, [])
        {
            OutputDependencies = answer.StateDependencies.ToImmutableSortedDictionary(
                entry => entry.Key, entry => entry.Value.Urns.ToImmutableArray()),
        };
    }

    private static ResourceState Empty(string urn, Registration resource) => new() { Urn = urn, Type = resource.Type, Custom = false };

    private ConstructRequest Request(Registration resource)
    {
        var request = new ConstructRequest
        {
            Project = options.Project,
            Stack = options.Stack,
            Organization = ProgramContext.Organization,
            Config = { options.Config },
            ConfigSecretKeys = { options.ConfigSecretKeys },
            DryRun = options.DryRun,
            Parallel = options.Parallel,
            MonitorEndpoint = monitorAddress(),
            Type = resource.Type,
            Name = resource.Name,
            Parent = resource.Parent,
            Inputs = ValueCodec.ToStruct(resource.Inputs),
            Providers = { resource.Providers },
            Dependencies = { resource.Dependencies },
            AdditionalSecretOutputs = { resource.AdditionalSecretOutputs },
            DeletedWith = resource.DeletedWith,
            IgnoreChanges = { resource.IgnoreChanges },
            ReplaceOnChanges = { resource.ReplaceOnChanges },
            AcceptsOutputValues = true,
            CustomTimeouts = new ConstructRequest.Types.CustomTimeouts
            {
                Create = Seconds(resource.Timeouts.Create),
                Update = Seconds(resource.Timeouts.Update),
                Delete = Seconds(resource.Timeouts.Delete),
                Read = Seconds(resource.Timeouts.Read),
            },
        };
        foreach (var (key, urns) in resource.PropertyDependencies)
        {
            request.InputDependencies[key] = new ConstructRequest.Types.PropertyDependencies { Urns = { urns } };
        }

        request.Aliases.AddRange(resource.Aliases.Select(urn => new Alias { Urn = urn }));
        SetFlags(request, resource);
        return request;
    }

    // Unset is another thing than false: children inherit what is unset.
    private static void SetFlags(ConstructRequest request, Registration resource)
    {
        if (resource.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (resource.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (resource.DeleteBeforeReplace is { } deleteFirst)
        {
            request.DeleteBeforeReplace = deleteFirst;
        }
    }

    private static string Seconds(double seconds) =>
        seconds == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seconds}s");
}
