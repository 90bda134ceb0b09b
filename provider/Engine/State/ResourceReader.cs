using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.State;

/// <summary>Reads one resource of a deployment. What it does not know stays in <see cref="ResourceState.OtherFields"/>.</summary>
internal sealed class ResourceReader(JsonElement json, int number, ValueFormat values)
{
    private static readonly ImmutableHashSet<string> Known =
    [
        "urn", "custom", "delete", "id", "type", "inputs", "outputs", "parent", "protect", "external", "dependencies",
        "initErrors", "provider", "propertyDependencies", "pendingReplacement", "additionalSecretOutputs", "aliases",
        "customTimeouts", "importID", "retainOnDelete", "deletedWith", "created", "modified", "sourcePosition",
        "ignoreChanges", "replaceOnChanges",
    ];

    // Until the URN is read, all that can be said of a resource is where it stands.
    private string _name = $"resource number {number}";

    public ResourceState Read()
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("the resource", "an object", json);
        }

        _name = Required("urn");
        return new ResourceState
        {
            Urn = _name,
            Type = Required("type"),
            Custom = Flag("custom"),
            Delete = Flag("delete"),
            Id = Text("id"),
            Inputs = Map("inputs"),
            Outputs = Map("outputs"),
            Parent = Text("parent"),
            Protect = Flag("protect"),
            External = Flag("external"),
            Dependencies = Texts("dependencies"),
            InitErrors = Texts("initErrors"),
            Provider = Text("provider"),
            PropertyDependencies = PropertyDependencies(),
            PendingReplacement = Flag("pendingReplacement"),
            AdditionalSecretOutputs = Texts("additionalSecretOutputs"),
            Aliases = Texts("aliases"),
            Timeouts = CustomTimeouts(),
            ImportId = Text("importID"),
            RetainOnDelete = Flag("retainOnDelete"),
            DeletedWith = Text("deletedWith"),
            Created = Time("created"),
            Modified = Time("modified"),
            SourcePosition = Text("sourcePosition"),
            IgnoreChanges = Texts("ignoreChanges"),
            ReplaceOnChanges = Texts("replaceOnChanges"),
            OtherFields = PropertyMap.From(json.EnumerateObject()
                .Where(field => !Known.Contains(field.Name))
                .Select(field => KeyValuePair.Create(field.Name, values.Read(_name, field.Value)))),
        };
    }

    private string Required(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw new StateException($"{_name}: the field '{name}' is missing");

    private string Text(string name) => Field(name) is not { } field ? ""
        : field.ValueKind == JsonValueKind.String ? field.GetString()!
        : throw Wrong(name, "a text", field);

    private bool Flag(string name) => Field(name) is { } field
        && (field.ValueKind is JsonValueKind.True or JsonValueKind.False ? field.GetBoolean() : throw Wrong(name, "true or false", field));

    private PropertyMap Map(string name) => Field(name) is { } field ? values.ReadMap(_name, field) : PropertyMap.Empty;

    private ImmutableArray<string> Texts(string name) => Field(name) is { } field ? Texts(name, field) : [];

    private ImmutableArray<string> Texts(string name, JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array when field.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. field.EnumerateArray().Select(item => item.GetString()!)],
        _ => throw Wrong(name, "a list of texts", field),
    };

    private ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies() =>
        Field("propertyDependencies") is not { } field ? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
        : field.ValueKind == JsonValueKind.Object ? field.EnumerateObject().ToImmutableSortedDictionary(
            property => property.Name,
            property => Texts($"propertyDependencies.{property.Name}", property.Value),
            StringComparer.Ordinal)
        : throw Wrong("propertyDependencies", "an object", field);

    private Timeouts CustomTimeouts()
    {
        if (Field("customTimeouts") is not { } field)
        {
            return new Timeouts();
        }

        return field.ValueKind == JsonValueKind.Object
            ? new Timeouts(Seconds(field, "create"), Seconds(field, "update"), Seconds(field, "delete"), Seconds(field, "read"))
            : throw Wrong("customTimeouts", "an object", field);
    }

    private double Seconds(JsonElement timeouts, string name) =>
        !timeouts.TryGetProperty(name, out var seconds) || seconds.ValueKind == JsonValueKind.Null ? 0
        : seconds.ValueKind == JsonValueKind.Number ? seconds.GetDouble()
        : throw Wrong($"customTimeouts.{name}", "a number of seconds", seconds);

    private DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new StateException($"{_name}: '{name}' is '{text}'; expected a time as in 2030-01-31T12:00:00Z");
    }

    private JsonElement? Field(string name) =>
        json.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    private StateException Wrong(string field, string expected, JsonElement found) =>
        new($"{_name}: '{field}' is {found.ValueKind}; expected {expected}");
}
