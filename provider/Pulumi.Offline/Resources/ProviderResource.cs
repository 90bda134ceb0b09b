namespace Pulumi;

/// <summary>A provider with settings of its own, to be named in other resources' options.</summary>
/// <remarks>It is a resource: in the preview that creates it, its id is unknown.</remarks>
public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base("pulumi:providers:" + package, name, args, options) => Package = package;

    internal string Package { get; }
}
