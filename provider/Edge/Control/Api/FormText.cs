using System.Net;
using System.Text;
using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>
/// Reads <c>a=1&amp;b=x+y</c>. Repeated keys ending in <c>[]</c> become one JSON array, the other way clients have to send a
/// list.
/// </summary>
internal static class FormText
{
    private const string ListMark = "[]";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The fields of a form; throws <see cref="DecoderFallbackException"/> where an escape is not UTF-8.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string text)
    {
        var pairs = Pairs(text, Strict).ToList();
        var lists = pairs.Where(IsList).GroupBy(pair => pair.Key, pair => pair.Value)
            .Select(list => KeyValuePair.Create(list.Key[..^ListMark.Length], JsonSerializer.Serialize(list.AsEnumerable())));
        return [.. pairs.Where(pair => !IsList(pair)), .. lists];
    }

    /// <summary>The parts of a query; an escape that is not UTF-8 stays as it is, and is found nowhere.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string text) => Pairs(text, Lenient);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string text, Func<string, string> decode) =>
        from part in text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let sign = part.IndexOf('=', StringComparison.Ordinal)
        select sign < 0
            ? KeyValuePair.Create(decode(part), "")
            : KeyValuePair.Create(decode(part[..sign]), decode(part[(sign + 1)..]));

    private static bool IsList(KeyValuePair<string, string> pair) => pair.Key.EndsWith(ListMark, StringComparison.Ordinal);

    private static string Strict(string text)
    {
        var bytes = StrictUtf8.GetBytes(text);
        return StrictUtf8.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length) ?? []);
    }

    private static string Lenient(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
