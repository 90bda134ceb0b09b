using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Yaml;

/// <summary>Evaluates the options of one resource or invoke, each as the type it has to be. Options must be known, even in previews.</summary>
internal sealed class OptionReader(Expression.Fields options, Evaluator evaluator)
{
    public async Task<string> Text(string name) => await Value(name).ConfigureAwait(false) switch
    {
        null => "",
        V.Text text => text.Value,
        V.Number number => ValueText.Of(number),
        var other => throw Wrong(name, "a text", other),
    };

    public async Task<bool?> Flag(string name) => await Value(name).ConfigureAwait(false) switch
    {
        null => null,
        V.Bool flag => flag.Value,
        var other => throw Wrong(name, "true or false", other),
    };

    public async Task<ImmutableArray<string>> Texts(string name) => await Value(name).ConfigureAwait(false) switch
    {
        null => [],
        V.Text text => [text.Value],
        V.List list when list.Items.All(item => item is V.Text) => [.. list.Items.Cast<V.Text>().Select(text => text.Value)],
        var other => throw Wrong(name, "a list of texts", other),
    };

    /// <summary>An object's entries, or what a list holds under the names "0", "1", ….</summary>
    public async Task<PropertyMap> Entries(string name) => await Value(name).ConfigureAwait(false) switch
    {
        null => PropertyMap.Empty,
        V.Map map => map.Items,
        V.List list => PropertyMap.From(list.Items.Select((item, i) => KeyValuePair.Create($"{i:D6}", item))),
        var other => throw Wrong(name, "a list or an object", other),
    };

    public async Task<string> Urn(string name) => await Value(name).ConfigureAwait(false) switch
    {
        null => "",
        V.ResourceReference resource => resource.Urn,
        var other => throw Wrong(name, "a resource, as in ${name}", other),
    };

    public async Task<IEnumerable<string>> Urns(string name) => await Value(name).ConfigureAwait(false) switch
    {
        null => [],
        V.ResourceReference resource => [resource.Urn],
        V.List list when list.Items.All(item => item is V.ResourceReference) =>
            list.Items.Cast<V.ResourceReference>().Select(resource => resource.Urn),
        var other => throw Wrong(name, "resources, as in [${one}, ${other}]", other),
    };

    public async Task<string> Provider(string name) => await Value(name).ConfigureAwait(false) switch
    {
        null => "",
        V.ResourceReference resource => Reference(resource),
        var other => throw Wrong(name, "a provider resource, as in ${name}", other),
    };

    /// <summary>By package; a list takes the packages from the providers' types.</summary>
    public async Task<IEnumerable<(string Package, string Reference)>> Providers(string name)
    {
        var value = await Value(name).ConfigureAwait(false);
        return value switch
        {
            null => [],
            V.Map map when map.Items.Values.All(item => item is V.ResourceReference) =>
                map.Items.Select(item => (item.Key, Reference((V.ResourceReference)item.Value))),
            V.List list when list.Items.All(item => item is V.ResourceReference) =>
                list.Items.Cast<V.ResourceReference>().Select(provider => (Protocol.Urn.Package(Protocol.Urn.Type(provider.Urn)), Reference(provider))),
            var other => throw Wrong(name, "provider resources, as in [${one}, ${other}]", other),
        };
    }

    public SourceSpot At(string name) => options[name]?.At ?? options.At;

    private static string Reference(V.ResourceReference provider) =>
        new ProviderReference(provider.Urn, provider.Id is V.Text(var id) ? id : "").ToString();

    private async Task<V?> Value(string name)
    {
        if (options[name] is not { } expression)
        {
            return null;
        }

        var flat = Flat.Of((await evaluator.Evaluate(expression).ConfigureAwait(false)).Value);
        return flat.Unknown
            ? throw new UnevaluableException(expression.At, $"option {name} must be known before the resource is registered.")
            : flat.Value is V.Null ? null : flat.Value;
    }

    private UnevaluableException Wrong(string name, string expected, V found) =>
        new(At(name), $"option {name} must be {expected}, not {ValueText.Kind(found)}.");
}
