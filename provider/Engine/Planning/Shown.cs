using System.Text;
using EdgeInfra.Engine.Yaml;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Planning;

/// <summary>Whether a value shows secrets in a part that is not marked.</summary>
internal static class Shown
{
    // Where others are marked, a short text in the open is taken to be the same by chance, as a number is.
    private const int Telling = 8;

    /// <param name="secrets">Scalars. What is not known, or is none, may be anything: it is shown by whatever has no mark at all.</param>
    public static bool AnyIn(V value, IReadOnlyCollection<V> secrets)
    {
        var isMarked = value.HasSecret();
        var open = Open(value).ToList();
        var texts = open.OfType<V.Text>().Select(text => Compact(text.Value)).ToList();
        return secrets.Any(secret => secret switch
        {
            V.Text(var text) => (!isMarked || text.Length >= Telling) && Forms(text).Any(form => texts.Exists(shown => shown.Contains(form, StringComparison.Ordinal))),
            V.Number or V.Bool => !isMarked && open.Contains(secret),
            V.Null => false,
            _ => !isMarked,
        });
    }

    private static IEnumerable<V> Open(V value) => value switch
    {
        V.Secret or V.Output { IsSecret: true } => [],
        V.Output output => Open(output.Value ?? V.None),
        V.List list => list.Items.SelectMany(Open),
        V.Map map => map.Items.SelectMany(item => Open(item.Value).Prepend(item.Key)),
        _ => [value],
    };

    // The usual ways to write a text down again: with other white space, within JSON, in base64.
    private static string[] Forms(string secret) =>
        [Compact(secret), Compact(JsonText.Of(secret)[1..^1]), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))];

    private static string Compact(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
