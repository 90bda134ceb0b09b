using EdgeInfra.Plugin.Diffs;
using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin.Resources;

/// <summary>One type of resource. Inputs that reach Diff, Create and Update have passed Check.</summary>
internal interface IResource
{
    /// <summary>The type's token: <c>edgeinfra:index:Service</c>.</summary>
    string Token { get; }

    CheckOutcome Check(ResourceCall call);

    Difference Diff(ResourceCall call);

    /// <summary>Makes it; the id is empty in a preview that cannot know it.</summary>
    Task<(string Id, PropertyMap Outputs)> Create(ResourceCall call, CancellationToken cancel);

    Task<PropertyMap> Update(ResourceCall call, CancellationToken cancel);

    /// <summary>What it really is; null when it is gone.</summary>
    Task<LiveResource?> Read(ResourceCall call, CancellationToken cancel);

    /// <summary>Removes it; something already gone is fine.</summary>
    Task Delete(ResourceCall call, CancellationToken cancel);
}
