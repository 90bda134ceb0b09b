using System.Text.Json.Nodes;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Schema;

/// <summary>Describes ServiceVersion, the one resource that no single field table stands behind.</summary>
internal static class VersionSchema
{
    public static JsonObject Build()
    {
        IReadOnlyList<(string, Func<JsonObject>)> inputs =
        [
            ("serviceId", () => PropertySchema.Text("Id of the service whose versions this resource writes.", replaces: true)),
            ("domains", () => PropertySchema.Texts(
                "Host names the service answers for. *.example.com stands for every name below it.")),
            .. TypeSchemas.Declarations.Select(table => (table.ListName, (Func<JsonObject>)(() => List(table)))),
            .. TypeSchemas.InPlace.Where(table => table.Kind != ObjectKind.Settings).Select(
                table => (table.ListName, (Func<JsonObject>)(() => ListInPlace(table)))),
            ("settings", () => PropertySchema.Reference($"{ObjectKind.Settings}", "The general settings. Unset, they are at their defaults.")),
            ("comment", () => PropertySchema.Text("What the version is for; for people only.")),
            ("activate", () => PropertySchema.Reference(TypeSchemas.ActivateMode, "Whether changes go live. Default: always.")),
        ];
        return ResourceSchemas.Resource(
            nameof(ServiceVersion),
            [
                .. inputs,
                ("credentials", () => PropertySchema.ListOf(
                    PropertySchema.MapOfTexts(), "The output \"credentials\" of each Backend in the list: the secrets that its definition holds digests of.", secret: true)),
                ("pin", () => PropertySchema.Number(
                    "Number of an older version to have live in place of what is declared, which waits until the pin is removed. It must be locked: one that has been live is.")),
            ],
            ["serviceId", "domains", "backends"],
            [
                .. inputs,
                ("number", () => PropertySchema.Number(
                    "Number of the version that is live, or of the draft or staged version when nothing is activated.")),
                ("previousNumber", () => PropertySchema.Number(
                    "Number of the version that was live before this one; 0 when none was.")),
                ("active", () => PropertySchema.Flag("Whether the version is live.")),
                ("staged", () => PropertySchema.Flag("Whether the version is in staging.")),
                ("fingerprint", () => PropertySchema.Text(
                    "Digest of everything the version holds. Equal for equal content, whatever the numbers.")),
            ],
            ["serviceId", .. FieldTables.OfVersions.Select(table => table.ListName), "activate", "number", "previousNumber", "active", "staged", "fingerprint"]);
    }

    private static JsonObject List(IFieldTable table) => PropertySchema.ListOf(
        PropertySchema.Reference(TypeSchemas.DefinitionOf(table.Kind)),
        $"The version's {table.ListName}, as the output \"definition\" of each {table.RecordType.Name}."
        + (table.Kind == ObjectKind.Backend
            ? " What they refer to by a definition need not be listed."
            : table.Kind == ObjectKind.Healthcheck
                ? " Those that backends refer to by a definition are added by themselves."
                : " Those that others refer to by a definition are added by themselves."));

    private static JsonObject ListInPlace(IFieldTable table) => PropertySchema.ListOf(
        PropertySchema.Reference($"{table.Kind}"), $"{Documentation.SummaryOf(table.Kind)} Told apart by name; the order does not count.");
}
