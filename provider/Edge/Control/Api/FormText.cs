using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>
/// Reads <c>a=1&amp;b=x+y</c>. Repeated keys ending in <c>[]</c> become one JSON array, the other way clients have to send a
/// list.
/// </summary>
internal static class FormText
{
    private const string ListMark = "[]";

    public static IReadOnlyList<KeyValuePair<string, string>> Read(string text)
    {
        var pairs = Pairs(text).ToList();
        var lists = pairs.Where(IsList).GroupBy(pair => pair.Key, pair => pair.Value)
            .Select(list => KeyValuePair.Create(list.Key[..^ListMark.Length], JsonSerializer.Serialize(list.AsEnumerable())));
        return [.. pairs.Where(pair => !IsList(pair)), .. lists];
    }

    public static IEnumerable<KeyValuePair<string, string>> Pairs(string text) =>
        from part in text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let sign = part.IndexOf('=', StringComparison.Ordinal)
        select sign < 0
            ? KeyValuePair.Create(Decode(part), "")
            : KeyValuePair.Create(Decode(part[..sign]), Decode(part[(sign + 1)..]));

    private static bool IsList(KeyValuePair<string, string> pair) => pair.Key.EndsWith(ListMark, StringComparison.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
