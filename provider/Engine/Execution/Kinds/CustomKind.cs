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

    private static readonly Questions Ask = new(ValueCodec.ToStruct);

    public bool KeepsSecrets => provider.Plugin.KeepsSecrets;

    public async Task<PropertyMap> Check(Registration resource, PropertyMap olds, PropertyMap news)
    {
        if (!provider.IsConfigured)
        {
            return news;
        }

        var request = Ask.Check(resource, olds, news);
        request.RandomSeed = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(SeedLength));
        var answer = await provider.Plugin.Check(request, CancellationToken.None).ConfigureAwait(false);
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

        try
        {
            return DiffOutcome.From(
                await provider.Plugin.Diff(Ask.Diff(old, resource, news), CancellationToken.None).ConfigureAwait(false), old.Inputs, news);
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

        var answer = await provider.Plugin.Create(Ask.Create(planned, dryRun), CancellationToken.None).ConfigureAwait(false);
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

        var answer = await provider.Plugin.Update(Ask.Update(old, planned, dryRun), CancellationToken.None).ConfigureAwait(false);
        return Known(answer.Properties);
    }

    public Task Keep(ResourceState state) => Task.CompletedTask;

    public async Task<LiveResource?> Read(ResourceState state)
    {
        if (!provider.IsConfigured)
        {
            return new LiveResource(state.Id, state.Inputs, PropertyMap.Empty);
        }

        var answer = await provider.Plugin.Read(Ask.Read(state), CancellationToken.None).ConfigureAwait(false);
        return answer.Id.Length == 0
            ? null
            : new LiveResource(
                answer.Id, answer.Inputs is null ? null : ValueCodec.FromStruct(answer.Inputs),
                ValueCodec.FromStruct(answer.Properties));
    }

    public Task Delete(ResourceState old) => provider.Plugin.Delete(Ask.Delete(old), CancellationToken.None);

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
