using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Pulumi.Serialization;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi;

/// <summary>A call of a provider's function.</summary>
internal sealed class Invocation(ProgramRun run, string token, InvokeArgs? args, InvokeOptions options)
{
    /// <summary>The answer as an output: unknown while an argument is, secret if an argument is.</summary>
    public Output<T> Later<T>(bool single) => new(Run<T>(single));

    public async Task<T> Now<T>(bool single) => (await Run<T>(single).ConfigureAwait(false)).Value;

    private async Task<OutputData<T>> Run<T>(bool single)
    {
        var keepResources = await run.KeepsResources.ConfigureAwait(false);
        var serializer = new Serializer(keepResources);
        var lifted = Lifted.From(await serializer.Serialize(token, args ?? InvokeArgs.Empty).ConfigureAwait(false));
        var waits = await Awaited(serializer.Dependencies).ConfigureAwait(false);
        if (!lifted.IsKnown || !waits)
        {
            return new([.. serializer.Dependencies], default!, false, lifted.IsSecret);
        }

        var request = await Request(lifted, keepResources).ConfigureAwait(false);
        var answer = await run.Monitor.Invoke(request).ConfigureAwait(false);
        CheckFailures.Refuse(token, answer.Failures);
        var data = Read(answer, single, typeof(T));
        return new(
            data.Resources.Union(serializer.Dependencies), data.Value is T value ? value : default!,
            data.IsKnown && !answer.Unknown, data.IsSecret || lifted.IsSecret);
    }

    // Whether all the call has to wait for exists.
    private async Task<bool> Awaited(HashSet<Resource> dependencies)
    {
        if (options is not InvokeOutputOptions { DependsOn: var listed })
        {
            return true;
        }

        var resources = await listed.AsOutput().Data.ConfigureAwait(false);
        var exist = resources.IsKnown;
        foreach (var resource in resources.IsKnown ? resources.Value : [])
        {
            dependencies.Add(resource);
            await resource.Urn.Data.ConfigureAwait(false);
            exist &= resource is not CustomResource custom || (await custom.Id.Data.ConfigureAwait(false)).IsKnown;
        }

        return exist;
    }

    private async Task<ResourceInvokeRequest> Request(Lifted lifted, bool keepResources)
    {
        var provider = options.Provider ?? options.Parent?.Providers.GetValueOrDefault(Resource.PackageOf(token));
        return new ResourceInvokeRequest
        {
            Tok = token,
            Args = ValueCodec.ToStruct(((V.Map)lifted.Value).Items),
            Provider = provider is null ? "" : await ProviderReference.Of(provider).ConfigureAwait(false),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptResources = keepResources,
        };
    }

    private OutputData<object?> Read(ResourceInvokeResponse answer, bool single, Type target)
    {
        var deserializer = new Deserializer(message => run.Log.Write(LogSeverity.Warning, message), run.References);
        var map = ValueCodec.FromStruct(answer.Return);
        if (single && map.Count != 1)
        {
            throw new RunException($"{token} was expected to answer with one value, but answered with {map.Count}.");
        }

        return deserializer.Read(token, single ? map.Values.First() : map, target);
    }
}
