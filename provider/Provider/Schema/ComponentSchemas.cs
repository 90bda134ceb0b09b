using System.Text.Json.Nodes;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Components;

namespace EdgeInfra.Plugin.Schema;

/// <summary>Describes the components: buckets by the form of their store, EdgeSite by the resources it is made of.</summary>
internal static class ComponentSchemas
{
    private const string SiteOrigin = nameof(SiteOrigin);

    public static IEnumerable<(string Name, JsonObject Schema)> Build() =>
        [.. OriginKind.All.Select(kind => (kind.Resource, Component(Origin(kind)))), (SiteComponent.Resource, Component(Site()))];

    /// <summary>The stores as an EdgeSite is told them.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> Types() =>
    [
        .. OriginKind.All.Select(kind => (kind.Type, Object($"Where a bucket of {kind.Title} is, and how its objects are served.", Arguments(kind), Required(kind)))),
        (SiteOrigin, Object("The store that a site is in: exactly one.", [.. OriginKind.All.Select(Choice)], [])),
    ];

    private static JsonObject Component(JsonObject resource)
    {
        resource["isComponent"] = true;
        return resource;
    }

    private static JsonObject Origin(OriginKind kind) => ResourceSchemas.Described(
        $"{kind.Title} as an origin: a Backend with the right address, Host, certificate name, paths and signature, and its Healthcheck. "
        + Documentation.Of("Origin"),
        Arguments(kind), Required(kind),
        [
            Definition(),
            ("credentials", () => PropertySchema.MapOfTexts(
                "The secrets that the definition holds digests of: list it among the credentials of the ServiceVersion that lists the definition.", secret: true)),
            ("healthcheck", () => PropertySchema.Reference(TypeSchemas.DefinitionOf(ObjectKind.Healthcheck),
                "The healthcheck of the backend. The definition holds it: it need not be listed.")),
            ("url", () => PropertySchema.Text("Where the edge asks for the objects: what comes after it is the key.")),
        ],
        ["definition", "credentials", "healthcheck", "url"]);

    private static JsonObject Site() => ResourceSchemas.Resource(
        SiteComponent.Resource,
        [
            ("domains", () => PropertySchema.Texts("Host names the site answers for. *.example.com stands for every name below it.")),
            (SiteComponent.Origin, () => PropertySchema.Reference(SiteOrigin, "The store that the site is in: { s3: { bucket: www, region: eu-central-1 } }.")),
            .. SiteComponent.OfOrigin.Select(name => Argument(StoreArguments.Fields.Find(name)!)),
            ("comment", () => PropertySchema.Of(Service.Fields, Service.Fields.Find("comment")!)),
            ("activate", () => PropertySchema.Reference(TypeSchemas.ActivateMode, "Whether changes go live. Default: always.")),
        ],
        ["domains", SiteComponent.Origin],
        [
            ("serviceId", () => PropertySchema.Text("Id of the service.")),
            ("version", () => PropertySchema.Number("Number of the version that is live, or of the draft or staged version when nothing is activated.")),
            ("active", () => PropertySchema.Flag("Whether the version is live.")),
            Definition(),
        ],
        ["serviceId", "version", "active", "definition"]);

    private static (string, Func<JsonObject>) Definition() => ("definition", () => PropertySchema.Reference(
        TypeSchemas.DefinitionOf(ObjectKind.Backend), "The backend with every default settled, for a ServiceVersion to list. Holds digests of secrets, and no secret."));

    private static IReadOnlyList<(string, Func<JsonObject>)> Arguments(OriginKind kind) => [.. StoreForm.Of(kind.Kind).Select(field => Argument(field, kind))];

    private static (string, Func<JsonObject>) Argument(Field field, OriginKind? kind = null) => (field.Name, () => field.Name switch
    {
        "name" => PropertySchema.Text("Name of the backend and of its healthcheck, unique within the version. Default: the component's name in the program."),
        "mode" when kind is not null => PropertySchema.Text(
            $"{field.Description} One of {string.Join(", ", StoreForm.Modes(kind.Kind))}. Default: {StoreForm.Modes(kind.Kind)[0]}."),
        _ => PropertySchema.Of(StoreArguments.Fields, field),
    });

    private static IEnumerable<string> Required(OriginKind kind) =>
        StoreForm.Of(kind.Kind).Where(field => StoreForm.Requires(kind.Kind, field.Name)).Select(field => field.Name);

    private static (string, Func<JsonObject>) Choice(OriginKind kind) => (kind.Property, () => PropertySchema.Reference(kind.Type, $"{kind.Title}."));

    private static JsonObject Object(string description, IReadOnlyList<(string Name, Func<JsonObject> Schema)> properties, IEnumerable<string> required) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Schema()))),
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
    };
}
