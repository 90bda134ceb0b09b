using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin;

/// <summary>Values as an engine sent them, without the dependencies that outputs carry: a provider has no use for those.</summary>
internal static class Incoming
{
    public static PropertyMap Values(Struct? sent) => ValueCodec.FromStruct(sent).WithoutOutputs();

    /// <summary>The inputs so far; engines of old send the outputs only, which hold the inputs too.</summary>
    public static PropertyMap OldInputs(DiffRequest request)
    {
        var news = Values(request.News);
        return request.OldInputs is { Fields.Count: > 0 } inputs
            ? Values(inputs)
            : PropertyMap.From(Values(request.Olds).Where(item => news.ContainsKey(item.Key)));
    }
}
