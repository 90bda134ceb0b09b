// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What a Provider is made with.</summary>
public sealed partial class ProviderArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Address of the control API: the bundled edge's, or https://api.fastly.com. Default: the environment's EDGEINFRA_ENDPOINT, else http://127.0.0.1:9901.</summary>
    [Input("endpoint")]
    public Input<string>? Endpoint { get; set; }

    [Input("apiKey")]
    private Input<string>? _apiKey;

    /// <summary>Key the control API asks for. Default: the environment's EDGEINFRA_API_KEY.</summary>
    public Input<string>? ApiKey
    {
        get => _apiKey;
        set => _apiKey = value is null ? null : (Input<string>)Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);
    }

    /// <summary>What obeys what is declared: runtime, which refuses what the bundled runtime does not act on yet, or fastly, which takes all that Fastly has. Default: the environment's EDGEINFRA_TARGET, else fastly where the endpoint is api.fastly.com, runtime everywhere else.</summary>
    [Input("target")]
    public Input<string>? Target { get; set; }
}
