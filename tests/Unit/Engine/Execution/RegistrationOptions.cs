using EdgeInfra.Protocol.Rpc;

namespace Unit.Engine.Execution;

/// <summary>Short ways to say what depends on what.</summary>
internal static class RegistrationOptions
{
    /// <summary>The property comes from that resource.</summary>
    public static void From(this RegisterResourceRequest request, string property, RegisterResourceResponse source)
    {
        request.Dependencies.Add(source.Urn);
        request.PropertyDependencies[property] = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { source.Urn } };
    }
}
