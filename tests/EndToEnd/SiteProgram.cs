using Kit;

namespace EndToEnd;

/// <summary>How programs in YAML begin that describe one site on one edge.</summary>
internal static class SiteProgram
{
    /// <summary>
    /// Its name, the plugin, its secret settings and the provider <c>edge</c>, whose key is the setting <c>key</c>; resources and
    /// outputs follow.
    /// </summary>
    public static string Beginning(object control, params string[] secrets) => $$"""
        name: site
        runtime: yaml
        plugins:
          providers: [{ name: edgeinfra, path: "{{Path.GetDirectoryName(Repository.Provider)}}" }]
        config:
        {{string.Join('\n', secrets.Append("key").Select(name => $"  {name}: {{ type: string, secret: true }}"))}}
        resources:
          edge:
            type: pulumi:providers:edgeinfra
            properties: { endpoint: "{{control}}", apiKey: "${key}" }

        """;
}
