using System.Text.Json.Nodes;

namespace Kit;

/// <summary>One component with one definition, written in several languages: what each comes to must be the same.</summary>
public static class Components
{
    /// <summary>What the component of every language's program comes to.</summary>
    public const string Yaml = """
        name: same
        runtime: yaml
        plugins:
          providers: [{ name: edgeinfra, path: "PROVIDER" }]
        config:
          endpoint: { type: string }
          apiKey: { type: string, secret: true }
          secretKey: { type: string, secret: true }
        resources:
          edge:
            type: pulumi:providers:edgeinfra
            properties: { endpoint: "${endpoint}", apiKey: "${apiKey}" }
          site:
            type: edgeinfra:index:S3Origin
            properties:
              bucket: www-assets
              region: eu-central-1
              errorPage: /404.html
              credentials: { accessKey: AKIAEXAMPLE, secretKey: "${secretKey}" }
              ttl: [{ path: "/assets/*", ttl: 86400 }]
            options: { provider: "${edge}" }
        outputs:
          definition: ${site.definition}

        """;

    public const string CSharp = """
        using EdgeInfra;
        using Pulumi;

        return await Deployment.RunAsync(() =>
        {
            var config = new Config();
            var edge = new Provider("edge", new() { Endpoint = config.Require("endpoint"), ApiKey = config.RequireSecret("apiKey") });
            var site = new S3Origin("site", new()
            {
                Bucket = "www-assets",
                Region = "eu-central-1",
                ErrorPage = "/404.html",
                Credentials = new BucketCredentialsArgs { AccessKey = "AKIAEXAMPLE", SecretKey = config.RequireSecret("secretKey") },
                Ttl = { new TtlRuleArgs { Path = "/assets/*", Ttl = 86_400 } },
            }, new() { Provider = edge });

            return new Dictionary<string, object?> { ["definition"] = site.Definition };
        });
        """;

    /// <summary>Runs such a program, for real, and gives back the definition as the component came to it.</summary>
    public static async Task<string> DefinitionOf(string folder, Daemon edge, string token)
    {
        (await Cli.Run(folder, "config", "set", "endpoint", edge.Ready["control"]!.GetValue<string>())).Succeeded();
        (await Cli.Run(folder, "config", "set", "--secret", "apiKey", token)).Succeeded();
        (await Cli.Run(folder, "config", "set", "--secret", "secretKey", "a-key-that-nobody-sees")).Succeeded();
        var up = (await Cli.Run(folder, "up", "--yes")).Succeeded();
        if (up.All.Contains("a-key-that-nobody-sees", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("the secret key was shown");
        }

        var stack = JsonNode.Parse((await Cli.Run(folder, "stack", "export")).Succeeded().Output)!;
        var site = stack["deployment"]!["resources"]!.AsArray().Single(one => one!["type"]!.GetValue<string>() == "edgeinfra:index:S3Origin");
        return site!["outputs"]!["definition"]!.ToJsonString();
    }
}
