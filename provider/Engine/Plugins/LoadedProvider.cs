using System.Text.Json.Nodes;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Engine.Yaml;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Plugins;

/// <summary>A plugin that serves one provider resource.</summary>
internal sealed class LoadedProvider(IProvider plugin)
{
    private const string Internal = "__internal"; // The engine's own notes among a provider's inputs.

    public IProvider Plugin { get; } = plugin;

    /// <summary>False in previews where a configuration value is not known yet: the provider must not be asked anything.</summary>
    public bool IsConfigured { get; private set; }

    public static string VersionIn(PropertyMap inputs) => (inputs["version"].Bare() as V.Text)?.Value ?? "";

    /// <summary>A configuration as providers expect it in CheckConfig and DiffConfig: no secrets, no internal notes.</summary>
    public static Struct Plain(PropertyMap inputs) => ValueCodec.ToStruct(Values.WithoutSecrets(inputs.Without(Internal)));

    public async Task Configure(ResourceState state)
    {
        var inputs = state.Inputs.Without(Internal);
        if (inputs.HasUnknown())
        {
            return;
        }

        var request = new ConfigureRequest
        {
            Args = ValueCodec.ToStruct(inputs),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Urn = state.Urn,
            Name = Urn.Name(state.Urn),
            Type = state.Type,
        };
        if (state.Id.Length > 0)
        {
            request.Id = state.Id;
        }

        foreach (var (key, value) in Values.WithoutSecrets(inputs))
        {
            request.Variables[$"{Plugin.Package}:config:{key}"] = Flat(value);
        }

        await Plugin.Configure(request, CancellationToken.None).ConfigureAwait(false);
        IsConfigured = true;
    }

    // Variables are text; whatever is not text is written as JSON.
    private static string Flat(V value) => value is V.Text text ? text.Value : JsonText.Of(value);
}
