using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Pulumi.Serialization;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Pulumi;

/// <summary>The way of one resource from its constructor to its outputs.</summary>
internal sealed class Registration(
    ProgramRun run, Resource resource, ResourceArgs args, ResourceOptions options, OutputSlots slots)
{
    public async Task Run()
    {
        try
        {
            Accept(await Ask().ConfigureAwait(false));
        }
        catch (RpcException error)
        {
            var told = new RunException($"{resource.GetResourceType()} '{resource.GetResourceName()}': {error.Message}", error);
            slots.Fail(told);
            throw told;
        }
        catch (Exception error)
        {
            slots.Fail(error);
            throw;
        }
    }

    private async Task<RegistrationAnswer> Ask()
    {
        if (!string.IsNullOrEmpty(options.Urn))
        {
            return await LookUp(options.Urn).ConfigureAwait(false);
        }

        var request = await new RegistrationRequest(run, resource, args, options).Write().ConfigureAwait(false);
        return await IdToRead().ConfigureAwait(false) is { } id
            ? await Read(request, id).ConfigureAwait(false)
            : await Register(request).ConfigureAwait(false);
    }

    private async Task<RegistrationAnswer> Register(RegisterResourceRequest request)
    {
        var answer = await run.Monitor.Register(resource, request).ConfigureAwait(false);
        return new(answer.Urn, answer.Id, ValueCodec.FromStruct(answer.Object), answer.Result)
        {
            Dependencies = answer.PropertyDependencies.ToImmutableDictionary(
                item => item.Key, item => item.Value.Urns.ToImmutableArray()),
        };
    }

    private async Task<RegistrationAnswer> Read(RegisterResourceRequest request, V id)
    {
        if (!resource.IsCustom)
        {
            throw new RunException(
                $"'{resource.GetResourceName()}' is a component: only resources of a provider can be read by id.");
        }

        var text = id is V.Text known ? known.Value : Signatures.Unknown;
        var answer = await run.Monitor.Read(resource, RegistrationRequest.ToRead(request, text)).ConfigureAwait(false);
        return new(answer.Urn, id, ValueCodec.FromStruct(answer.Properties), answer.Result);
    }

    // A resource that the engine knows already, such as one found in another one's outputs.
    private async Task<RegistrationAnswer> LookUp(string urn)
    {
        // The object must be known by its URN before its outputs are read: they may lead back to it.
        await Task.Yield();
        var request = new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = ValueCodec.ToStruct(PropertyMap.Of(("urn", urn))),
            AcceptResources = await run.KeepsResources.ConfigureAwait(false),
        };
        var answer = await run.Monitor.Invoke(request).ConfigureAwait(false);
        if (answer.Failures.Count > 0)
        {
            throw new RunException($"{urn}: {string.Join("; ", answer.Failures.Select(failure => failure.Reason))}");
        }

        var found = ValueCodec.FromStruct(answer.Return);
        return new(urn, found["id"], (found["state"] as V.Map)?.Items ?? PropertyMap.Empty, Result.Success);
    }

    // Null when the resource is to be registered: generated code passes an empty id for that.
    private async Task<V?> IdToRead()
    {
        if (options.Id is null)
        {
            return null;
        }

        var id = await options.Id.AsOutput().Data.ConfigureAwait(false);
        return !id.IsKnown ? V.Unknown.Instance : string.IsNullOrEmpty(id.Value) ? null : new V.Text(id.Value);
    }

    private void Accept(RegistrationAnswer answer)
    {
        slots.SetUrn(answer.Urn);
        var id = (answer.Id as V.Text)?.Value ?? "";
        slots.SetId(id, id.Length > 0);

        var deserializer = new Deserializer(message => run.Log.Write(LogSeverity.Warning, message, resource), run.References);
        foreach (var (name, slot) in slots.Ordinary)
        {
            slot.Set(Output(answer, deserializer, name, slot.Target));
        }
    }

    private OutputData<object?> Output(RegistrationAnswer answer, Deserializer deserializer, string name, Type target)
    {
        var missingIsKnown = !run.Settings.IsDryRun && answer.Result == Result.Success;
        var data = answer.Outputs.TryGetValue(name, out var value)
            ? deserializer.Read($"{resource.GetResourceName()}.{name}", value, target)
            : new OutputData<object?>([], Deserializer.Default(target), missingIsKnown, false);
        var urns = answer.Dependencies.GetValueOrDefault(name, []);
        return data with { Resources = data.Resources.Union(urns.Select(urn => new DependencyResource(urn))) };
    }
}
