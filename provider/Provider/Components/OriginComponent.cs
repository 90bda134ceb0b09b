using EdgeInfra.Model;
using EdgeInfra.Protocol;

namespace EdgeInfra.Plugin.Components;

/// <summary>A bucket as an origin: a backend with its policy, and its healthcheck.</summary>
internal sealed class OriginComponent(OriginKind kind) : IComponent
{
    public string Token => $"edgeinfra:index:{kind.Resource}";

    public IPlan Read(string name, PropertyMap inputs, Target target) => OriginReader.Read(kind, name, inputs, target);
}
