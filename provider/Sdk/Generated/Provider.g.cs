// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>The control API that resources are kept in: the bundled edge's own, or Fastly's. Everything has a default but the key.</summary>
[EdgeInfraResourceType("pulumi:providers:edgeinfra")]
public partial class Provider : global::Pulumi.ProviderResource
{
    /// <summary>Address of the control API: the bundled edge's, or https://api.fastly.com. Default: the environment's EDGEINFRA_ENDPOINT, else http://127.0.0.1:9901.</summary>
    [Output("endpoint")]
    public Output<string?> Endpoint { get; private set; } = null!;

    /// <summary>Key the control API asks for. Default: the environment's EDGEINFRA_API_KEY.</summary>
    [Output("apiKey")]
    public Output<string?> ApiKey { get; private set; } = null!;

    /// <summary>What obeys what is declared: runtime, which refuses what the bundled runtime does not act on yet, or fastly, which takes all that Fastly has. Default: the environment's EDGEINFRA_TARGET, else fastly where the endpoint is api.fastly.com, runtime everywhere else.</summary>
    [Output("target")]
    public Output<string?> Target { get; private set; } = null!;

    /// <param name="name">The provider's name in the program.</param>
    /// <param name="args">What it is made with.</param>
    /// <param name="options">How the engine treats it.</param>
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("edgeinfra", name, args ?? new ProviderArgs(), MakeResourceOptions(options))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options)
    {
        var defaults = new CustomResourceOptions { Version = PackageInfo.Version, AdditionalSecretOutputs = { "apiKey" } };
        var merged = CustomResourceOptions.Merge(defaults, options);
        return merged;
    }
}
