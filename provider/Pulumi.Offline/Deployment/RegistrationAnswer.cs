using System.Collections.Immutable;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;

namespace Pulumi;

/// <summary>What came back for a resource that was registered, read or looked up.</summary>
internal sealed record RegistrationAnswer(string Urn, PropertyValue Id, PropertyMap Outputs, Result Result)
{
    public ImmutableDictionary<string, ImmutableArray<string>> Dependencies { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}
