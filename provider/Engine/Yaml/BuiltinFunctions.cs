using System.Text;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Yaml;

/// <summary>The functions <c>fn::…</c> that need nothing but their argument and the program's folder.</summary>
internal sealed class BuiltinFunctions(string directory)
{
    /// <summary>All there are, with invoke, which needs the engine.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "assetArchive", "fileArchive", "fileAsset", "fromBase64", "fromJSON", "invoke", "join", "readFile", "remoteArchive",
        "remoteAsset", "secret", "select", "split", "stringAsset", "toBase64", "toJSON",
    ];

    /// <exception cref="FormatException">The argument does not fit.</exception>
    public V Apply(string name, V argument) => name switch
    {
        "secret" => new V.Secret(argument),
        "toJSON" => Flat.Of(argument).Then(value => JsonText.Of(value)),
        "fromJSON" => Flat.Of(argument).Then(value => JsonText.Parse(Text(value))),
        "toBase64" => Flat.Of(argument).Then(value => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(value)))),
        "fromBase64" => Flat.Of(argument).Then(value => FromBase64(Text(value))),
        "join" => Pair(argument, (separator, items) => string.Join(Text(separator), List(items).Select(Text))),
        "split" => Pair(argument, (separator, text) => new V.List(Text(text).Split(Text(separator)).Select(part => (V)part))),
        "select" => Pair(argument, (index, items) => Select(Index(index), List(items))),
        "readFile" => Flat.Of(argument).Then(value => ReadFile(Text(value))),
        "stringAsset" => Flat.Of(argument).Then(value => new V.Asset(Content: Text(value))),
        "fileAsset" => Flat.Of(argument).Then(value => new V.Asset(Path: Text(value))),
        "remoteAsset" => Flat.Of(argument).Then(value => new V.Asset(Uri: Text(value))),
        "fileArchive" => Flat.Of(argument).Then(value => new V.Archive(Path: Text(value))),
        "remoteArchive" => Flat.Of(argument).Then(value => new V.Archive(Uri: Text(value))),
        "assetArchive" => Flat.Of(argument).Then(Archive),
        _ => throw new InvalidOperationException($"fn::{name} is not in the table"),
    };

    private static V Pair(V argument, Func<V, V, V> make) =>
        Flat.Of(argument).Then(value => value is V.List { Items: [var first, var second] }
            ? make(first, second)
            : throw new FormatException("expects a list of two values"));

    private static V Select(int index, V[] items) => index >= 0 && index < items.Length
        ? items[index]
        : throw new FormatException($"index {index} is outside the list, which has {items.Length} items");

    private static V Archive(V value) => value is V.Map map && map.Items.Values.All(part => part is V.Asset or V.Archive)
        ? new V.Archive(Parts: map.Items)
        : throw new FormatException("expects an object of assets and archives");

    private static string FromBase64(string text)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(text));
        }
        catch (Exception malformed) when (malformed is FormatException or DecoderFallbackException)
        {
            throw new FormatException("expects text in Base64 that stands for UTF-8 text");
        }
    }

    private string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"cannot read '{path}': {unreadable.Message}");
        }
    }

    private static string Text(V value) => value switch
    {
        V.Text text => text.Value,
        V.Number or V.Bool => ValueText.Of(value),
        V.ResourceReference { Id: V.Text(var id) } => id,
        _ => throw new FormatException($"expects a text, not {ValueText.Kind(value)}"),
    };

    private static int Index(V value) =>
        value is V.Number { Value: var number } && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue
        ? (int)number
        : throw new FormatException("expects a whole number as index");

    private static V[] List(V value) => value is V.List list
        ? [.. list.Items]
        : throw new FormatException($"expects a list, not {ValueText.Kind(value)}");
}
