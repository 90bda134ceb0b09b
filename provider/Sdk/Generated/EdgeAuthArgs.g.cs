// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>A header by which the origin knows that a request came through the edge. The client's own is always dropped.</summary>
public sealed partial class EdgeAuthArgs : global::Pulumi.ResourceArgs
{
    /// <summary>What the header holds. Default: hmac.</summary>
    [Input("form")]
    public Input<EdgeAuthForm>? Form { get; set; }

    /// <summary>Name of the header. Default: Edge-Auth.</summary>
    [Input("header")]
    public Input<string>? Header { get; set; }

    [Input("secret")]
    private Input<string>? _secret;

    /// <summary>The secret that edge and origin share.</summary>
    public Input<string>? Secret
    {
        get => _secret;
        set => _secret = value is null ? null : (Input<string>)Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);
    }
}
