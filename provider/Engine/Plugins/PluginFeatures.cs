using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;

namespace EdgeInfra.Engine.Plugins;

/// <summary>Which kinds of values a plugin understands, and whether it can preview.</summary>
internal sealed record PluginFeatures(bool Secrets, bool References, bool Previews, bool Told)
{
    /// <summary>What may be taken for granted of a plugin that has not told anything.</summary>
    public static PluginFeatures Old { get; } = new(false, false, false, false);

    // Whoever answers a handshake can preview.
    public static PluginFeatures Of(ProviderHandshakeResponse answer) =>
        new(answer.AcceptSecrets, answer.AcceptResources, true, true);

    /// <summary>What the answer to Configure says counts only where there was no handshake.</summary>
    public PluginFeatures OrAsConfigured(ConfigureResponse answer) =>
        Told ? this : new PluginFeatures(answer.AcceptSecrets, answer.AcceptResources, answer.SupportsPreview, false);

    /// <summary>The same values without kinds that the plugin doesn't know.</summary>
    public Struct? Adapt(Struct? sent) => sent is null || (Secrets && References)
        ? sent
        : ValueCodec.ToStruct(Plain(ValueCodec.FromStruct(sent)));

    public Struct? WithoutSecrets(Struct? sent) => sent is null || Secrets
        ? sent
        : ValueCodec.ToStruct(Values.WithoutSecrets(ValueCodec.FromStruct(sent)));

    private PropertyMap Plain(PropertyMap map)
    {
        var plain = Secrets ? map : Values.WithoutSecrets(map);
        return References ? plain : Values.WithoutReferences(plain);
    }
}
