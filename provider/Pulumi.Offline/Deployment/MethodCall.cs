using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Pulumi.Serialization;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi;

/// <summary>A call of a resource's method.</summary>
internal sealed class MethodCall(ProgramRun run, string token, CallArgs? args, Resource? self, CallOptions options)
{
    public async Task<OutputData<T>> Run<T>()
    {
        var provider = options.Provider ?? self?.Provider
            ?? options.Parent?.Providers.GetValueOrDefault(Resource.PackageOf(token));
        var request = new ResourceCallRequest
        {
            Tok = token,
            Provider = provider is null ? "" : await ProviderReference.Of(provider).ConfigureAwait(false),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
        };
        await WriteArguments(request).ConfigureAwait(false);
        var answer = await run.Monitor.Call(request).ConfigureAwait(false);
        CheckFailures.Refuse(token, answer.Failures);

        var deserializer = new Deserializer(message => run.Log.Write(LogSeverity.Warning, message, self), run.References);
        var data = deserializer.Read(token, ValueCodec.FromStruct(answer.Return), typeof(T));
        var urns = answer.ReturnDependencies.Values.SelectMany(dependencies => dependencies.Urns).Distinct();
        return new(
            data.Resources.Union(urns.Select(urn => new DependencyResource(urn))),
            data.Value is T value ? value : default!, data.IsKnown, data.IsSecret);
    }

    private async Task WriteArguments(ResourceCallRequest request)
    {
        var keepOutputs = await run.Monitor.Supports("outputValues").ConfigureAwait(false);
        var map = PropertyMap.Empty;
        var members = (args ?? CallArgs.Empty).Members().Select(member => (member.Name, member.Value));
        foreach (var (name, value) in self is null ? members : members.Prepend(("__self__", self)))
        {
            var serializer = new Serializer(keepResources: true, keepOutputs);
            map = map.With(name, await serializer.Serialize($"{token}.{name}", value).ConfigureAwait(false));
            var urns = await Task.WhenAll(serializer.Dependencies.Select(resource => resource.Urn.Data)).ConfigureAwait(false);
            request.ArgDependencies[name] = new() { Urns = { urns.Select(urn => urn.Value).Order(StringComparer.Ordinal) } };
        }

        request.Args = ValueCodec.ToStruct(PropertyMap.From(map.Where(item => item.Value is not V.Null)));
    }
}
