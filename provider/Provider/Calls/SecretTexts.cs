using System.Collections.Immutable;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin;

/// <summary>The secret texts of a call, to keep them out of messages. Very short ones are not looked for: they are in every sentence.</summary>
internal sealed class SecretTexts(params IEnumerable<PropertyMap> maps)
{
    private const int Shortest = 4;

    // Longest first, so that a secret within another one leaves nothing of it.
    private readonly ImmutableArray<string> _texts =
        [.. maps.SelectMany(map => Within(map, hidden: false)).Distinct().OrderByDescending(text => text.Length)];

    public string Scrub(string message) => _texts.Aggregate(
        message, (text, secret) => text.Replace(secret, "[secret]", StringComparison.Ordinal));

    private static IEnumerable<string> Within(V value, bool hidden) => value switch
    {
        V.Secret secret => Within(secret.Inner, true),
        V.Output { Value: { } inner } output => Within(inner, hidden || output.IsSecret),
        V.Map map => map.Items.Values.SelectMany(item => Within(item, hidden)),
        V.List list => list.Items.SelectMany(item => Within(item, hidden)),
        V.Text text when hidden && text.Value.Length >= Shortest => [text.Value],
        _ => [],
    };
}
