using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Pulumi.Serialization;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi;

/// <summary>Writes what the engine is asked for a resource, once everything it builds on has come.</summary>
internal sealed class RegistrationRequest(ProgramRun run, Resource resource, ResourceArgs args, ResourceOptions options)
{
    private readonly HashSet<Resource> _dependencies = [];

    private readonly RegisterResourceRequest _request = new()
    {
        Type = resource.GetResourceType(),
        Name = resource.GetResourceName(),
        Custom = resource.IsCustom,
        Remote = resource.IsRemote,
        AcceptSecrets = true,
        SupportsResultReporting = true,
        Hooks = new(),
    };

    public async Task<RegisterResourceRequest> Write()
    {
        WriteOptions();
        _request.AcceptResources = await run.KeepsResources.ConfigureAwait(false);
        _request.Parent = resource.Parent is { } parent ? await UrnOf(parent).ConfigureAwait(false) : "";
        await WriteProviders().ConfigureAwait(false);
        await WriteInputs().ConfigureAwait(false);
        await WriteExplicitDependencies().ConfigureAwait(false);
        await WriteRelated().ConfigureAwait(false);
        _request.Dependencies.Add(await Dependencies.Urns(resource, _dependencies).ConfigureAwait(false));
        return _request;
    }

    /// <summary>The same, asked for a resource that exists.</summary>
    public static ReadResourceRequest ToRead(RegisterResourceRequest request, string id) => new()
    {
        Id = id,
        Type = request.Type,
        Name = request.Name,
        Parent = request.Parent,
        Properties = request.Object,
        Dependencies = { request.Dependencies },
        Provider = request.Provider,
        Version = request.Version,
        AcceptSecrets = request.AcceptSecrets,
        AdditionalSecretOutputs = { request.AdditionalSecretOutputs },
        AcceptResources = request.AcceptResources,
        PluginDownloadURL = request.PluginDownloadURL,
    };

    private static async Task<string> UrnOf(Resource resource) => (await resource.Urn.Data.ConfigureAwait(false)).Value;

    private void WriteOptions()
    {
        _request.Version = options.Version ?? "";
        _request.PluginDownloadURL = options.PluginDownloadURL ?? "";
        _request.IgnoreChanges.Add(options.IgnoreChanges);
        _request.HideDiffs.Add(options.HideDiffs);
        _request.CustomTimeouts = (options.CustomTimeouts ?? new CustomTimeouts()).ToMessage();
        if (options.Protect is { } protect)
        {
            _request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            _request.RetainOnDelete = retain;
        }

        if (options is CustomResourceOptions custom)
        {
            WriteCustomOptions(custom);
        }
    }

    private void WriteCustomOptions(CustomResourceOptions custom)
    {
        _request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
        _request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
        _request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
        _request.ReplaceOnChanges.Add(custom.ReplaceOnChanges);
        _request.ImportId = custom.ImportId ?? "";
        _request.EnvVarMappings.Add(custom.EnvVarMappings);
    }

    private async Task WriteProviders()
    {
        if (resource.IsCustom)
        {
            _request.Provider = resource.Provider is { } provider
                ? await ProviderReference.Of(provider).ConfigureAwait(false)
                : "";
            return;
        }

        foreach (var (package, provider) in resource.Providers)
        {
            _request.Providers[package] = await ProviderReference.Of(provider).ConfigureAwait(false);
        }
    }

    private async Task WriteInputs()
    {
        var keepResources = await run.KeepsResources.ConfigureAwait(false);
        var keepOutputs = resource.IsRemote && await run.Monitor.Supports("outputValues").ConfigureAwait(false);
        var map = PropertyMap.Empty;
        foreach (var (name, value, isJson) in args.Members())
        {
            var serializer = new Serializer(keepResources, keepOutputs);
            var item = await serializer.Serialize($"{resource.GetResourceName()}.{name}", value).ConfigureAwait(false);
            _dependencies.UnionWith(serializer.Dependencies);
            if (item is not V.Null)
            {
                map = map.With(name, isJson ? Json.Text(item) : item);
                await WritePropertyDependencies(name, serializer.Dependencies).ConfigureAwait(false);
            }
        }

        _request.Object = ValueCodec.ToStruct(map);
    }

    private async Task WritePropertyDependencies(string name, HashSet<Resource> dependencies)
    {
        var urns = await Dependencies.Urns(resource, dependencies).ConfigureAwait(false);
        _request.PropertyDependencies[name] = new() { Urns = { urns } };
    }

    private async Task WriteExplicitDependencies()
    {
        var listed = await options.DependsOn.AsOutput().Data.ConfigureAwait(false);
        _dependencies.UnionWith(listed.Resources);
        _dependencies.UnionWith(listed.IsKnown ? listed.Value : []);
    }

    private async Task WriteRelated()
    {
        _request.DeletedWith = options.DeletedWith is { } with ? await UrnOf(with).ConfigureAwait(false) : "";
        var replaceWith = await options.ReplaceWith.AsOutput().Data.ConfigureAwait(false);
        foreach (var other in replaceWith.IsKnown ? replaceWith.Value : [])
        {
            _request.ReplaceWith.Add(await UrnOf(other).ConfigureAwait(false));
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            var value = await new Serializer(keepResources: false).Serialize("replacementTrigger", trigger).ConfigureAwait(false);
            _request.ReplacementTrigger = ValueCodec.ToValue(value);
        }

        // Also where there are none: the engine then works out what the parents' former names mean for this one.
        _request.AliasSpecs = await run.Monitor.Supports("aliasSpecs").ConfigureAwait(false);
        _request.Aliases.Add(await AliasSpecs.Write(options.Aliases, _request.AliasSpecs).ConfigureAwait(false));
    }
}
