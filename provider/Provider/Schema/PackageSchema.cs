using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfra.Plugin.Config;

namespace EdgeInfra.Plugin.Schema;

/// <summary>
/// Describes the provider to engines and SDK generators. Defaults are told in words only: Check fills them, and nobody else.
/// </summary>
internal static class PackageSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<string> Written = new(() => Build().ToJsonString(Readable) + "\n");

    public static string Text => Written.Value;

    private static JsonObject Build() => new()
    {
        ["name"] = "edgeinfra",
        ["displayName"] = "EdgeInfra",
        ["version"] = PluginVersion.Text,
        ["description"] = "Edge delivery as code: services, versions, backends, healthchecks and conditions, on the bundled edge or on Fastly.",
        ["keywords"] = Names("edge", "cdn", "fastly", "proxy", "category/network", "kind/native"),
        ["license"] = "Apache-2.0",
        ["publisher"] = "EdgeInfra",
        ["meta"] = new JsonObject { ["moduleFormat"] = "(.*)" },
        ["language"] = Languages(),
        ["config"] = new JsonObject { ["variables"] = SettingProperties() },
        ["types"] = TypeSchemas.Build(),
        ["provider"] = new JsonObject
        {
            ["description"] = Documentation.Of("Provider"),
            ["inputProperties"] = SettingProperties(),
        },
        ["resources"] = ResourceSchemas.Build(),
        ["functions"] = FunctionSchemas.Build(),
    };

    private static JsonObject SettingProperties() => new(Settings.All.Select(setting => KeyValuePair.Create(
        setting.Name, (JsonNode?)PropertySchema.Text(setting.Description, secret: setting.Secret))));

    private static JsonObject Languages() => new()
    {
        ["csharp"] = new JsonObject
        {
            ["rootNamespace"] = "EdgeInfra",
            ["namespaces"] = new JsonObject { ["edgeinfra"] = "Sdk" },
            ["respectSchemaVersion"] = true,
        },
        ["nodejs"] = new JsonObject { ["packageName"] = "edgeinfra", ["respectSchemaVersion"] = true },
        ["python"] = new JsonObject { ["packageName"] = "edgeinfra", ["respectSchemaVersion"] = true, ["pyproject"] = new JsonObject { ["enabled"] = true } },
        ["go"] = new JsonObject { ["generateResourceContainerTypes"] = true, ["respectSchemaVersion"] = true },
    };

    private static JsonArray Names(params IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
