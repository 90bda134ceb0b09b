using Rpc = EdgeInfra.Protocol.Rpc;

namespace Pulumi;

/// <summary>A resource's former names as they are sent.</summary>
internal static class AliasSpecs
{
    public static async Task<IReadOnlyList<Rpc.Alias>> Write(List<Input<Alias>> aliases, bool areSupported)
    {
        if (aliases.Count == 0)
        {
            return [];
        }

        if (!areSupported)
        {
            throw new NotSupportedException("The option 'Aliases' needs an engine that supports alias specs; update the engine.");
        }

        return await Task.WhenAll(aliases.Select(Write)).ConfigureAwait(false);
    }

    private static async Task<Rpc.Alias> Write(Input<Alias> input)
    {
        var alias = (await input.AsOutput().Data.ConfigureAwait(false)).Value;
        if (alias.Urn is { } urn)
        {
            return new Rpc.Alias { Urn = urn };
        }

        var spec = new Rpc.Alias.Types.Spec
        {
            Name = await Text(alias.Name).ConfigureAwait(false),
            Type = await Text(alias.Type).ConfigureAwait(false),
            Stack = await Text(alias.Stack).ConfigureAwait(false),
            Project = await Text(alias.Project).ConfigureAwait(false),
        };
        await WriteParent(spec, alias).ConfigureAwait(false);
        return new Rpc.Alias { Spec = spec };
    }

    // Neither field set: the parent is the one the resource has now.
    private static async Task WriteParent(Rpc.Alias.Types.Spec spec, Alias alias)
    {
        if (alias.NoParent)
        {
            spec.NoParent = true;
        }
        else if (alias.Parent is { } parent)
        {
            spec.ParentUrn = (await parent.Urn.Data.ConfigureAwait(false)).Value;
        }
        else if (alias.ParentUrn is { } urn)
        {
            spec.ParentUrn = await Text(urn).ConfigureAwait(false);
        }
    }

    private static async Task<string> Text(Input<string>? input) =>
        input is null ? "" : (await input.AsOutput().Data.ConfigureAwait(false)).Value ?? "";
}
