using System.Security.Cryptography;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.Plugins;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Transport;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Engine.Execution.Kinds;

/// <summary>A resource that a provider manages.</summary>
/// <remarks>
/// Calls that have begun are never cut off: a cancelled deployment lets them finish, because nobody could say afterwards what a
/// cut one has done. Where the provider's configuration is not known yet, it is not asked at all.
/// </remarks>
internal sealed class CustomKind(LoadedProvider provider, bool dryRun) : IResourceKind
{
    private const int SeedLength = 32; // Pulumi's random seeds for generated names.

    public bool KeepsSecrets => provider.Plugin.KeepsSecrets;

    public async Task<PropertyMap> Check(Registration resource, PropertyMap olds, PropertyMap news)
    {
        if (!provider.IsConfigured)
        {
            return news;
        }

        var answer = await provider.Plugin.Check(
            new CheckRequest
            {
                Urn = resource.Urn,
                Name = resource.Name,
                Type = resource.Type,
                Olds = ValueCodec.ToStruct(olds),
                News = ValueCodec.ToStruct(news),
                RandomSeed = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(SeedLength)),
            },
            CancellationToken.None).ConfigureAwait(false);
        return answer.Failures.Count == 0
            ? Secrets.Carry(news, ValueCodec.FromStruct(answer.Inputs), KeepsSecrets)
            : throw new StepRefusedException([.. answer.Failures.Select(Problems.Of)]);
    }

    public async Task<DiffOutcome> Diff(ResourceState old, Registration resource, PropertyMap news)
    {
        if (!provider.IsConfigured)
        {
            return DiffOutcome.Structural(old.Inputs, news) with { HasChanges = true }; // Pulumi assumes an update, too.
        }

        var request = new DiffRequest
        {
            Urn = resource.Urn,
            Name = resource.Name,
            Type = resource.Type,
            Id = old.Id,
            Olds = ValueCodec.ToStruct(old.Outputs),
            OldInputs = ValueCodec.ToStruct(old.Inputs),
            News = ValueCodec.ToStruct(news),
            IgnoreChanges = { resource.IgnoreChanges },
        };
        try
        {
            return DiffOutcome.From(
                await provider.Plugin.Diff(request, CancellationToken.None).ConfigureAwait(false), old.Inputs, news);
        }
        catch (RpcException error) when (error.Status == RpcStatus.Unimplemented)
        {
            return DiffOutcome.Structural(old.Inputs, news);
        }
    }

    public async Task<(string Id, PropertyMap Outputs)> Create(ResourceState planned)
    {
        if (!provider.IsConfigured)
        {
            return ("", PropertyMap.Empty);
        }

        var answer = await provider.Plugin.Create(
            new CreateRequest
            {
                Urn = planned.Urn,
                Name = Urn.Name(planned.Urn),
                Type = planned.Type,
                Properties = ValueCodec.ToStruct(planned.Inputs),
                Timeout = planned.Timeouts.Create,
                Preview = dryRun,
            },
            CancellationToken.None).ConfigureAwait(false);
        if (answer.Id.Length == 0 && !dryRun)
        {
            throw Broken("created it but gave no id");
        }

        return (answer.Id, Known(answer.Properties));
    }

    public async Task<PropertyMap> Update(ResourceState old, ResourceState planned)
    {
        if (!provider.IsConfigured)
        {
            return PropertyMap.Empty;
        }

        var answer = await provider.Plugin.Update(
            new UpdateRequest
            {
                Urn = planned.Urn,
                Name = Urn.Name(planned.Urn),
                Type = planned.Type,
                Id = old.Id,
                Olds = ValueCodec.ToStruct(old.Outputs),
                OldInputs = ValueCodec.ToStruct(old.Inputs),
                News = ValueCodec.ToStruct(planned.Inputs),
                Timeout = planned.Timeouts.Update,
                IgnoreChanges = { planned.IgnoreChanges },
                Preview = dryRun,
            },
            CancellationToken.None).ConfigureAwait(false);
        return Known(answer.Properties);
    }

    public Task Keep(ResourceState state) => Task.CompletedTask;

    public async Task<LiveResource?> Read(ResourceState state)
    {
        if (!provider.IsConfigured)
        {
            return new LiveResource(state.Id, state.Inputs, PropertyMap.Empty);
        }

        var answer = await provider.Plugin.Read(
            new ReadRequest
            {
                Urn = state.Urn,
                Name = Urn.Name(state.Urn),
                Type = state.Type,
                Id = state.Id,
                Properties = ValueCodec.ToStruct(state.Outputs),
                Inputs = ValueCodec.ToStruct(state.Inputs),
                Timeout = state.Timeouts.Read,
            },
            CancellationToken.None).ConfigureAwait(false);
        return answer.Id.Length == 0
            ? null
            : new LiveResource(
                answer.Id, answer.Inputs is null ? null : ValueCodec.FromStruct(answer.Inputs),
                ValueCodec.FromStruct(answer.Properties));
    }

    public Task Delete(ResourceState old) => provider.Plugin.Delete(
        new DeleteRequest
        {
            Urn = old.Urn,
            Name = Urn.Name(old.Urn),
            Type = old.Type,
            Id = old.Id,
            Properties = ValueCodec.ToStruct(old.Outputs),
            OldInputs = ValueCodec.ToStruct(old.Inputs),
            Timeout = old.Timeouts.Delete,
        },
        CancellationToken.None);

    private PropertyMap Known(Struct? answer)
    {
        var outputs = ValueCodec.FromStruct(answer);
        var unknown = outputs.FirstOrDefault(output => output.Value.HasUnknown()).Key;
        return dryRun || unknown is null
            ? outputs
            : throw Broken($"answered an unknown value for \"{unknown}\" outside of a preview");
    }

    private RpcException Broken(string what) =>
        new(RpcStatus.Internal, $"the provider {provider.Plugin.Package} {what}; that is a bug in the provider");
}
