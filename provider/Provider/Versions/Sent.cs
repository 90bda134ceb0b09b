using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Versions;

/// <summary>A manifest in the words of the target: Fastly gets VCL and a private dictionary where the runtime gets origin policies.</summary>
internal sealed record Sent(ServiceVersion Version, IReadOnlyList<ManagedContent> Contents)
{
    public static Sent Of(Manifest manifest, Target target)
    {
        var (version, contents) = (manifest.Version, manifest.Contents);
        if (target != Target.Fastly)
        {
            return new(version, [.. contents]);
        }

        var credentials = FastlyPolicies.Credentials(version) is { } table
            ? [new ManagedContent(ObjectKind.Dictionary, table.Name, [.. table.Items]) { IsReadable = false }]
            : Array.Empty<ManagedContent>();
        return new(FastlyPolicies.Lower(version), [.. contents, .. credentials]);
    }

    /// <summary>What a live version says in the words of a manifest.</summary>
    public static ServiceVersion Back(ServiceVersion live, ServiceVersion declared, Target target) =>
        target == Target.Fastly ? FastlyPolicies.Raise(live, declared) : live;
}
