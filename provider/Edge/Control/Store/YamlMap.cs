using System.Globalization;
using System.Text.Json.Nodes;

namespace EdgeInfra.Edge.Control;

/// <summary>A mapping of a stored document. Whatever is not as the store writes it counts as damage.</summary>
/// <param name="line">Where it begins, for messages.</param>
internal sealed class YamlMap(int line)
{
    private const string End = "...";

    // Each value is a text, a list of values or a mapping. There are few of them, so they are searched one by one.
    private readonly List<KeyValuePair<string, object>> _values = [];

    public IEnumerable<string> Names => _values.Select(pair => pair.Key);

    public static YamlMap Document(string text) =>
        text.EndsWith($"\n{End}\n", StringComparison.Ordinal)
            ? WrittenYaml.Read(text) ?? AnyYaml.Read(text)
            : throw new DamagedDocumentException($"its end is missing (the last line must be {End})");

    /// <summary>Whether the name was not there yet.</summary>
    public bool Add(string name, object value)
    {
        var isNew = !Has(name);
        _values.Add(KeyValuePair.Create(name, value));
        return isNew;
    }

    public bool Has(string name) => Find(name) is not null;

    public string Text(string name) => Find(name) as string ?? throw Wrong(name, "a text");

    public int Number(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong(name, "a whole number");

    public DateTimeOffset Time(string name) => Timestamp.TryRead(Text(name), out var time) ? time : throw Wrong(name, "a time");

    public DateTimeOffset? TimeIfAny(string name) => Has(name) ? Time(name) : null;

    public YamlMap Map(string name) => Find(name) as YamlMap ?? throw Wrong(name, "a mapping");

    public IEnumerable<YamlMap> Maps(string name) =>
        (Find(name) as List<object> ?? throw Wrong(name, "a list")).Select(item => item as YamlMap ?? throw Wrong(name, "a list of mappings"));

    /// <summary>A field as it would stand in a form: lists and mappings as JSON text.</summary>
    public string FormText(string name) => Find(name) is { } value and not string ? Json(value).ToJsonString() : Text(name);

    // Numbers and flags are texts here; the fields know what they are.
    private static JsonNode Json(object value) => value switch
    {
        YamlMap map => new JsonObject(map._values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Json(pair.Value)))),
        List<object> list => new JsonArray([.. list.Select(Json)]),
        _ => JsonValue.Create((string)value),
    };

    private object? Find(string name)
    {
        foreach (var (key, value) in _values)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    private DamagedDocumentException Wrong(string name, string wanted) => new($"line {line}: {name} must be there and be {wanted}");
}
