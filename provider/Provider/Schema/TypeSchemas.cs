using System.Text.Json.Nodes;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Schema;

/// <summary>Describes the types that properties refer to: definitions and closed sets of values.</summary>
internal static class TypeSchemas
{
    public const string ActivateMode = nameof(ActivateMode);

    public static IEnumerable<IFieldTable> Declarations { get; } = [Backend.Fields, Healthcheck.Fields, Condition.Fields];

    private const string AclEntryType = nameof(AclEntry);

    /// <summary>Kinds that are no resources: a manifest holds them as plain objects, of a type named after the kind.</summary>
    public static IEnumerable<IFieldTable> InPlace { get; } =
        [.. FieldTables.OfVersions.Where(table => !FieldTables.IsOfTheFirst(table.Kind)), Settings.Fields];

    public static string DefinitionOf(ObjectKind kind) => $"{kind}Definition";

    public static JsonObject Build()
    {
        var types = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal) { [ActivateMode] = Modes() };
        foreach (var table in Declarations.Append(Service.Fields).Concat(InPlace).Concat(FieldTables.Parts).Append(BucketCredentials.Fields))
        {
            foreach (var field in table.Where(field => field.OneOf.Count > 0))
            {
                types[EnumSchema.NameOf(table, field)] = EnumSchema.Of(field);
            }
        }

        foreach (var table in Declarations)
        {
            types[DefinitionOf(table.Kind)] = Definition(table);
        }

        foreach (var table in InPlace)
        {
            types[$"{table.Kind}"] = Object(table, Documentation.SummaryOf(table.Kind));
        }

        foreach (var table in FieldTables.Parts.Append(BucketCredentials.Fields))
        {
            types[table.RecordType.Name] = Object(table, table.Summary!);
        }

        foreach (var (name, type) in ComponentSchemas.Types())
        {
            types[name] = type;
        }

        types[AclEntryType] = Object(AclEntry.Fields, "An address or a range of addresses in an ACL.");

        return new(types.Select(type => KeyValuePair.Create($"edgeinfra:index:{type.Key}", type.Value)));
    }

    private static JsonObject Modes() => EnumSchema.Of("Whether changes go live.",
    [
        ("always", "every change goes live at once"),
        ("stageOnly", "changes go to staging, beside the version that is live"),
        ("never", "changes are written into a draft, for someone else to activate"),
    ]);

    private static JsonObject Definition(IFieldTable table) => Object(
        table, $"A {table.WirePath} with everything settled: the output \"definition\" of a {table.RecordType.Name}, for a ServiceVersion to list.");

    private static JsonObject Object(IFieldTable table, string description) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["properties"] = new JsonObject(table.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)PropertySchema.Of(table, field)))
            .Concat(Held(table.Kind))),
        ["required"] = new JsonArray([.. table.Where(field => field.Required).Select(field => JsonValue.Create(field.Name))]),
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Held(ObjectKind kind) => kind switch
    {
        ObjectKind.Dictionary => [KeyValuePair.Create("items", (JsonNode?)PropertySchema.MapOfTexts(
            "What the dictionary holds, exactly: items that are not here are removed. Belongs to no version, so a change of it alone makes none. "
            + "Unset, the items are left as they are. Those of a writeOnly dictionary are secret."))],
        ObjectKind.Acl => [KeyValuePair.Create("entries", (JsonNode?)PropertySchema.ListOf(PropertySchema.Reference(AclEntryType),
            "What the list holds, exactly: ranges that are not here are removed. Belongs to no version, so a change of it alone makes none. Unset, the entries are left as they are."))],
        _ => [],
    };
}
