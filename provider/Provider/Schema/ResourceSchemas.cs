using System.Text.Json.Nodes;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;

namespace EdgeInfra.Plugin.Schema;

/// <summary>Describes the resources: those of field tables by their table, ServiceVersion by hand.</summary>
internal static class ResourceSchemas
{
    public static JsonObject Build()
    {
        var resources = TypeSchemas.Declarations.Select(table => (table.RecordType.Name, Schema: Declaration(table)))
            .Append((nameof(Service), OfService())).Append((nameof(ServiceVersion), VersionSchema.Build()))
            .Concat(ComponentSchemas.Build())
            .OrderBy(resource => resource.Item1, StringComparer.Ordinal);
        return new(
            resources.Select(resource => KeyValuePair.Create($"edgeinfra:index:{resource.Item1}", (JsonNode?)resource.Item2)));
    }

    public static JsonObject Resource(
        string name, IReadOnlyList<(string Name, Func<JsonObject> Schema)> inputs, IEnumerable<string> requiredInputs,
        IReadOnlyList<(string Name, Func<JsonObject> Schema)> outputs, IEnumerable<string> alwaysSet) =>
        Described(Documentation.Of(name), inputs, requiredInputs, outputs, alwaysSet);

    public static JsonObject Described(
        string description, IReadOnlyList<(string Name, Func<JsonObject> Schema)> inputs, IEnumerable<string> requiredInputs,
        IReadOnlyList<(string Name, Func<JsonObject> Schema)> outputs, IEnumerable<string> alwaysSet) => new()
    {
        ["description"] = description,
        ["properties"] = Properties(outputs),
        ["required"] = Names(alwaysSet),
        ["inputProperties"] = Properties(inputs),
        ["requiredInputs"] = Names(requiredInputs),
    };

    private static JsonObject Declaration(IFieldTable table)
    {
        var definition = TypeSchemas.DefinitionOf(table.Kind);
        var inputs = Fields(
            table, $"Name of the {table.WirePath}, unique within the version. Default: the resource's name in the program.");
        return Resource(
            table.RecordType.Name, inputs, Required(table),
            [
                .. inputs,
                ("definition", () => PropertySchema.Reference(definition,
                    $"The {table.WirePath} with every default settled, for a ServiceVersion to list. Known in previews already."
                    + (SecretFields.Has(table) ? " Holds digests of secrets, and no secret." : ""))),
                .. Credentials(table),
            ],
            [.. AlwaysSet(table), "definition", .. Credentials(table).Select(output => output.Name)]);
    }

    private static IEnumerable<(string Name, Func<JsonObject> Schema)> Credentials(IFieldTable table) => SecretFields.Has(table)
        ? [("credentials", () => PropertySchema.MapOfTexts(
            "The secrets that the definition holds digests of: list it among the credentials of the ServiceVersion that lists the definition.", secret: true))]
        : [];

    private static JsonObject OfService()
    {
        var table = Service.Fields;
        IReadOnlyList<(string, Func<JsonObject>)> properties =
        [
            .. Fields(table, "Name of the service, unique within the account. Default: the resource's name in the program and a random suffix."),
            ("forceDestroy", () => PropertySchema.Flag(
                "Whether deleting the service takes a version that is still live off the air first. Without it such a service is not deleted. Default: false.")),
        ];
        return Resource(nameof(Service), properties, Required(table), properties, [.. AlwaysSet(table), "forceDestroy"]);
    }

    private static IReadOnlyList<(string, Func<JsonObject>)> Fields(IFieldTable table, string aboutName) =>
        [.. table.Select(field => (field.Name, (Func<JsonObject>)(() => field.Name == "name"
            ? PropertySchema.Text(aboutName, replaces: field.Replaces)
            : PropertySchema.Of(table, field))))];

    // The name comes from the resource when it is not given.
    private static IEnumerable<string> Required(IFieldTable table) =>
        table.Where(field => field.Required && field.Name != "name").Select(field => field.Name);

    private static IEnumerable<string> AlwaysSet(IFieldTable table) =>
        table.Where(PropertySchema.IsAlwaysSet).Select(field => field.Name);

    private static JsonObject Properties(IEnumerable<(string Name, Func<JsonObject> Schema)> properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Schema())));

    private static JsonArray Names(IEnumerable<string> names) =>
        new([.. names.Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
}
