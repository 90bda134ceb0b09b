using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Provider;

/// <summary>Inputs as programs write them.</summary>
internal static class Given
{
    public static V Later { get; } = V.Unknown.Instance;

    public static PropertyMap Map(params (string Name, V Value)[] values) => PropertyMap.Of(values);

    public static V List(params IEnumerable<V> items) => new V.List(items);

    public static PropertyMap Backend(string name, params (string Name, V Value)[] more) =>
        Map([("name", name), ("address", "origin.example.com"), .. more]);

    public static PropertyMap Manifest(V service, params IEnumerable<V> backends) =>
        Map(("serviceId", service), ("domains", List("www.example.com")), ("backends", List(backends)));

    public static PropertyMap Healthcheck(string name, params (string Name, V Value)[] more) =>
        Map([("name", name), ("host", "example.com"), ("path", "/healthz"), .. more]);

    public static PropertyMap Condition(string name, string statement = "req.url.path ~ \"^/api/\"") =>
        Map(("name", name), ("type", "REQUEST"), ("statement", statement));
}
