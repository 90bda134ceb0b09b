// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>A header by which the origin knows that a request came through the edge. The client's own is always dropped.</summary>
[OutputType]
public sealed class EdgeAuth
{
    /// <summary>What the header holds. Default: hmac.</summary>
    public readonly EdgeAuthForm? Form;

    /// <summary>Name of the header. Default: Edge-Auth.</summary>
    public readonly string? Header;

    /// <summary>The secret that edge and origin share.</summary>
    public readonly string? Secret;

    [OutputConstructor]
    public EdgeAuth(
        EdgeAuthForm? form = default,
        string? header = default,
        string? secret = default)
    {
        Form = form;
        Header = header;
        Secret = secret;
    }
}
