using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Yaml;

/// <summary>Puts a YAML program's resources and invokes into the engine's words.</summary>
internal sealed class MonitorCalls(RpcChannel monitor, ProgramContext context, CancellationToken cancel)
{
    private string _stack = "";

    /// <summary>First of all: everything else has the stack as its parent.</summary>
    public async Task<ResourceHandle> RegisterStack()
    {
        var answer = await monitor.Call(MonitorMethods.RegisterResource, new RegisterResourceRequest
        {
            Type = Urn.StackType, Name = $"{context.Project}-{context.Stack}", Object = new(),
            AcceptSecrets = true, AcceptResources = true, SupportsPartialValues = true, SupportsResultReporting = true,
            AliasSpecs = true,
        }, cancel).ConfigureAwait(false);
        _stack = answer.Urn;
        return new ResourceHandle(answer.Urn, null, PropertyMap.Empty, !context.DryRun);
    }

    /// <summary>The resource, or null when the engine has said that it failed.</summary>
    public async Task<ResourceHandle?> Register(ResourceDeclaration resource, Evaluator evaluator)
    {
        var properties = await Properties(resource.Properties, evaluator).ConfigureAwait(false);
        var request = new RegisterResourceRequest
        {
            Type = resource.Type, Name = resource.Name, Parent = _stack, Custom = true,
            Object = ValueCodec.ToStruct(Map(properties)),
            AcceptSecrets = true, AcceptResources = true, SupportsPartialValues = true, SupportsResultReporting = true,
            AliasSpecs = true,
        };
        foreach (var (name, value) in properties)
        {
            request.PropertyDependencies[name] = new() { Urns = { value.Dependencies } };
        }

        var options = new OptionReader(resource.Options, evaluator);
        await Apply(options, request).ConfigureAwait(false);
        var named = await options.Urns("dependsOn").ConfigureAwait(false);
        request.Dependencies.Add(
            properties.SelectMany(property => property.Value.Dependencies).Concat(named)
                .ToImmutableSortedSet(StringComparer.Ordinal));
        if (await context.IsComponent(request.Type, request.Version).ConfigureAwait(false))
        {
            (request.Custom, request.Remote) = (false, true);
            ShareProvider(request);
        }

        var answer = await monitor.Call(MonitorMethods.RegisterResource, request, cancel).ConfigureAwait(false);
        var id = request.Remote ? null : answer.Id.Length > 0 ? (V)answer.Id : V.Unknown.Instance;
        return answer.Result is not Result.Success ? null : new ResourceHandle(
            answer.Urn, id, ValueCodec.FromStruct(answer.Object), !context.DryRun)
        {
            Type = resource.Type,
        };
    }

    /// <summary>Reads a resource that something else manages.</summary>
    public async Task<ResourceHandle?> Read(ResourceDeclaration resource, Expression.Fields get, Evaluator evaluator)
    {
        var id = Flat.Of((await evaluator.Evaluate(get["id"]!).ConfigureAwait(false)).Value); // required by the reader
        if (id.Unknown)
        {
            return new ResourceHandle("", V.Unknown.Instance, PropertyMap.Empty, Complete: false);
        }

        var state = get["state"] is Expression.Fields fields ? await Properties(fields, evaluator).ConfigureAwait(false) : [];
        var options = new OptionReader(resource.Options, evaluator);
        var parent = await options.Urn("parent").ConfigureAwait(false);
        var request = new ReadResourceRequest
        {
            Id = id.Value is V.Text(var text)
                ? text
                : throw new UnevaluableException(get["id"]!.At, "the id to read must be a text."),
            Type = resource.Type, Name = resource.Name, Parent = parent.Length > 0 ? parent : _stack,
            Properties = ValueCodec.ToStruct(Map(state)), AcceptSecrets = true, AcceptResources = true,
            Provider = await options.Provider("provider").ConfigureAwait(false),
            Version = await options.Text("version").ConfigureAwait(false),
            PluginDownloadURL = await options.Text("pluginDownloadURL").ConfigureAwait(false),
            AdditionalSecretOutputs = { await options.Texts("additionalSecretOutputs").ConfigureAwait(false) },
            Dependencies = { await options.Urns("dependsOn").ConfigureAwait(false) },
        };
        var answer = await monitor.Call(MonitorMethods.ReadResource, request, cancel).ConfigureAwait(false);
        return answer.Result is not Result.Success ? null
            : new ResourceHandle(answer.Urn, text, ValueCodec.FromStruct(answer.Properties), !context.DryRun);
    }

    /// <summary>
    /// Calls a provider's function. With arguments that are not known yet it is not called: the answer is unknown.
    /// </summary>
    public async Task<Evaluated> Invoke(Expression.Call call, Evaluated argument, Evaluator evaluator)
    {
        var fields = call.Argument as Expression.Fields
            ?? throw new FormatException("expects an object with function, arguments and return");
        foreach (var field in fields.Entries
            .Where(field => field.Name is not ("function" or "arguments" or "options" or "return")))
        {
            throw new FormatException($"unknown key '{field.Name}'; allowed are function, arguments, options, return");
        }

        var parts = ((V.Map)argument.Value).Items;
        var token = parts["function"] is V.Text(var name)
            ? name
            : throw new FormatException("function must be a text such as package:module:name");
        var arguments = Flat.Of(parts.TryGetValue("arguments", out var given) ? given : PropertyMap.Empty);
        if (arguments.Unknown)
        {
            return argument.With(arguments.Then(value => value));
        }

        var options = new OptionReader(fields["options"] as Expression.Fields ?? new Expression.Fields(call.At, []), evaluator);
        var request = new ResourceInvokeRequest
        {
            Tok = TemplateReader.FullToken(token), AcceptResources = true,
            Args = ValueCodec.ToStruct(
                arguments.Value is V.Map map ? map.Items : throw new FormatException("arguments must be an object")),
            Provider = await options.Provider("provider").ConfigureAwait(false),
            Version = await options.Text("version").ConfigureAwait(false),
            PluginDownloadURL = await options.Text("pluginDownloadURL").ConfigureAwait(false),
            Parent = await options.Urn("parent").ConfigureAwait(false),
            DependsOn = { await options.Urns("dependsOn").ConfigureAwait(false) },
        };
        var answer = await monitor.Call(MonitorMethods.Invoke, request, cancel).ConfigureAwait(false);
        return argument.With(Answer(answer, parts["return"], arguments.Secret));
    }

    public Task RegisterOutputs(PropertyMap outputs) => monitor.Call(
        MonitorMethods.RegisterResourceOutputs, new() { Urn = _stack, Outputs = ValueCodec.ToStruct(outputs) }, cancel);

    // A component's children have the provider that was named for it.
    private static void ShareProvider(RegisterResourceRequest request)
    {
        if (ProviderReference.Parse(request.Provider) is { } provider)
        {
            request.Providers.TryAdd(Urn.Package(Urn.Type(provider.Urn)), request.Provider);
        }
    }

    private static V Answer(ResourceInvokeResponse answer, V wanted, bool secret)
    {
        if (answer.Failures.Count > 0)
        {
            throw new FormatException(string.Join("; ", answer.Failures.Select(failure =>
                failure.Property.Length > 0 ? $"{failure.Property}: {failure.Reason}" : failure.Reason)));
        }

        var all = ValueCodec.FromStruct(answer.Return);
        V value = answer.Unknown ? V.Unknown.Instance
            : wanted is not V.Text(var name) ? all
            : all.TryGetValue(name, out var one) ? one
            : throw new FormatException(
                $"the function returns no '{name}'; it returns {string.Join(", ", all.Keys)}.{Spelling.DidYouMean(name, all.Keys)}");
        return secret ? new V.Secret(value) : value;
    }

    private async Task Apply(OptionReader options, RegisterResourceRequest request)
    {
        request.Parent = await options.Urn("parent").ConfigureAwait(false) is { Length: > 0 } parent ? parent : _stack;
        request.Provider = await options.Provider("provider").ConfigureAwait(false);
        foreach (var (package, reference) in await options.Providers("providers").ConfigureAwait(false))
        {
            request.Providers[package] = reference;
        }

        if (await options.Flag("protect").ConfigureAwait(false) is { } protect)
        {
            request.Protect = protect;
        }

        if (await options.Flag("retainOnDelete").ConfigureAwait(false) is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (await options.Flag("deleteBeforeReplace").ConfigureAwait(false) is { } deleteFirst)
        {
            request.DeleteBeforeReplace = deleteFirst;
            request.DeleteBeforeReplaceDefined = true;
        }

        request.DeletedWith = await options.Urn("deletedWith").ConfigureAwait(false);
        request.IgnoreChanges.Add(await options.Texts("ignoreChanges").ConfigureAwait(false));
        request.ReplaceOnChanges.Add(await options.Texts("replaceOnChanges").ConfigureAwait(false));
        request.HideDiffs.Add(await options.Texts("hideDiffs").ConfigureAwait(false));
        request.AdditionalSecretOutputs.Add(await options.Texts("additionalSecretOutputs").ConfigureAwait(false));
        request.ImportId = await options.Text("import").ConfigureAwait(false);
        request.Version = await options.Text("version").ConfigureAwait(false);
        request.PluginDownloadURL = await options.Text("pluginDownloadURL").ConfigureAwait(false);
        request.CustomTimeouts = Timeouts(await options.Entries("customTimeouts").ConfigureAwait(false));
        var aliases = await options.Entries("aliases").ConfigureAwait(false);
        request.Aliases.Add(aliases.Values.Select(alias => AliasReader.Read(alias, options.At("aliases"))));
    }

    private static RegisterResourceRequest.Types.CustomTimeouts Timeouts(PropertyMap timeouts) => new()
    {
        Create = timeouts["create"] is V.Text(var create) ? create : "",
        Update = timeouts["update"] is V.Text(var update) ? update : "",
        Delete = timeouts["delete"] is V.Text(var delete) ? delete : "",
    };

    // As in the SDKs, a property that is null is not there.
    private static async Task<ImmutableArray<(string Name, Evaluated Value)>> Properties(
        Expression.Fields fields, Evaluator evaluator)
    {
        var properties = ImmutableArray.CreateBuilder<(string, Evaluated)>();
        foreach (var field in fields.Entries)
        {
            var value = await evaluator.Evaluate(field.Value).ConfigureAwait(false);
            if (value.Value is not V.Null)
            {
                properties.Add((field.Name, value));
            }
        }

        return properties.ToImmutable();
    }

    private static PropertyMap Map(ImmutableArray<(string Name, Evaluated Value)> properties) =>
        PropertyMap.Of([.. properties.Select(property => (property.Name, property.Value.Value))]);
}
