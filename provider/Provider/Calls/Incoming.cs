using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin;

/// <summary>Values as an engine sent them, without the dependencies that outputs carry: a provider has no use for those.</summary>
internal static class Incoming
{
    public static PropertyMap Values(Struct? sent) => ValueCodec.FromStruct(sent).Select((_, value) => WithoutOutputs(value));

    /// <summary>The inputs so far; engines of old send the outputs only, which hold the inputs too.</summary>
    public static PropertyMap OldInputs(DiffRequest request)
    {
        var news = Values(request.News);
        return request.OldInputs is { Fields.Count: > 0 } inputs
            ? Values(inputs)
            : PropertyMap.From(Values(request.Olds).Where(item => news.ContainsKey(item.Key)));
    }

    private static V WithoutOutputs(V value) => value switch
    {
        V.Output { IsSecret: true } output => new V.Secret(WithoutOutputs(output.Value ?? V.Unknown.Instance)),
        V.Output output => WithoutOutputs(output.Value ?? V.Unknown.Instance),
        V.Secret secret => new V.Secret(WithoutOutputs(secret.Inner)),
        V.List list => new V.List(list.Items.Select(WithoutOutputs)),
        V.Map map => map.Items.Select((_, item) => WithoutOutputs(item)),
        _ => value,
    };
}
