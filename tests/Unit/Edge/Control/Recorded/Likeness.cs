using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unit.Edge.Control.Recorded;

/// <summary>Compares an answer with a recorded one: the same keys and types, and the same values where they do not depend on when and by whom.</summary>
/// <param name="Values">Whether values count at all; where they are those of another place or time, only keys and types do.</param>
internal sealed partial record Likeness(bool Values)
{
    private static readonly string[] Moments = ["created_at", "updated_at"], Ids = ["id", "customer_id", "service_id"];

    /// <summary>What differs, each with where it does.</summary>
    public IEnumerable<string> Differences(JsonNode? recorded, JsonNode? actual, string at = "") => (recorded, actual) switch
    {
        (JsonObject, JsonObject) when !Values && at.EndsWith(".headers", StringComparison.Ordinal) => [], // those of another request
        (JsonObject wanted, JsonObject given) when !Values && at == ".data" => OfShapes(InOrder(wanted), InOrder(given), at), // by region
        (JsonObject wanted, JsonObject given) => OfObjects(wanted, given, at),
        (JsonArray wanted, JsonArray given) => Values ? OfLists(wanted, given, at) : OfShapes(wanted, given, at),
        _ => Of(recorded, actual, at),
    };

    private IEnumerable<string> OfObjects(JsonObject wanted, JsonObject given, string at) =>
        wanted.Select(pair => pair.Key).Union(given.Select(pair => pair.Key)).SelectMany(key =>
            !given.ContainsKey(key) ? [$"{at}.{key} is missing"]
            : !wanted.ContainsKey(key) ? [$"{at}.{key} is more than was recorded"]
            : Moments.Contains(key) ? OfText(Moment(), given[key], $"{at}.{key}")
            : Ids.Contains(key) ? OfText(Id(), given[key], $"{at}.{key}")
            : Differences(wanted[key], given[key], $"{at}.{key}"));

    private IEnumerable<string> OfLists(JsonArray wanted, JsonArray given, string at) => wanted.Count != given.Count
        ? [$"{at} has {given.Count} items, recorded are {wanted.Count}"]
        : wanted.Zip(given).SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{at}[{index}]"));

    // Each item must look like one of those that were recorded.
    private IEnumerable<string> OfShapes(JsonArray wanted, JsonArray given, string at) => wanted.Count == 0 ? [] :
        given.SelectMany((item, index) => wanted.Select(one => Differences(one, item, $"{at}[{index}]").ToList()).MinBy(found => found.Count)!);

    private static JsonArray InOrder(JsonObject named) => [.. named.Select(pair => pair.Value?.DeepClone())];

    private IEnumerable<string> Of(JsonNode? wanted, JsonNode? given, string at)
    {
        var (kind, actual) = (Kind(wanted), Kind(given));
        if (kind != actual)
        {
            yield return $"{at} is {actual}, recorded is {kind}";
        }
        else if (Values && !JsonNode.DeepEquals(wanted, given))
        {
            yield return $"{at} is {given?.ToJsonString()}, recorded is {wanted?.ToJsonString()}";
        }
    }

    private static IEnumerable<string> OfText(Regex form, JsonNode? given, string at) =>
        given?.GetValueKind() == JsonValueKind.String && form.IsMatch((string)given!) ? [] : [$"{at} is {given?.ToJsonString()}"];

    private static string Kind(JsonNode? node) => (node?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.True or JsonValueKind.False => "Boolean",
        var kind => $"{kind}",
    };

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]
    private static partial Regex Moment();

    [GeneratedRegex("^[0-9A-Za-z]{20,24}$")]
    private static partial Regex Id();
}
