using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>What a program is told about the update it runs in.</summary>
internal sealed record DeploymentSettings(string Project, string Stack, bool IsDryRun)
{
    public string MonitorAddress { get; init; } = "";

    public string EngineAddress { get; init; } = "";

    public string Organization { get; init; } = "organization";

    public string RootDirectory { get; init; } = "";

    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> SecretKeys { get; init; } = [];

    /// <summary>Whether resources may be passed as what they are; otherwise by their ids.</summary>
    public bool SendsResourceReferences { get; init; } = true;

    /// <summary>The name of the stack's root resource.</summary>
    public string RootName => $"{Project}-{Stack}";

    /// <param name="variable">Reads one environment variable.</param>
    /// <exception cref="InvalidOperationException">Not all variables are there that an engine sets.</exception>
    public static DeploymentSettings Read(Func<string, string?> variable)
    {
        string[] needed = ["PULUMI_MONITOR", "PULUMI_ENGINE", "PULUMI_PROJECT", "PULUMI_STACK", "PULUMI_DRY_RUN"];
        var values = needed.Select(name => variable(name) ?? "").ToList();
        if (values.Contains(""))
        {
            throw new InvalidOperationException(
                "This program is run by an engine, which sets what it needs: start it with `edgeinfra up` or `pulumi up`. "
                + $"Missing in the environment: {string.Join(", ", needed.Where((_, index) => values[index].Length == 0))}.");
        }

        return new(values[2], values[3], IsTrue(values[4]))
        {
            MonitorAddress = values[0],
            EngineAddress = values[1],
            Organization = Given(variable("PULUMI_ORGANIZATION")) ?? "organization",
            RootDirectory = variable("PULUMI_ROOT_DIRECTORY") ?? "",
            Config = ReadConfig(variable),
            SecretKeys = ReadSecretKeys(variable),
            SendsResourceReferences = variable("PULUMI_DISABLE_RESOURCE_REFERENCES") is not ("1" or "true"),
        };
    }

    public static ImmutableDictionary<string, string> ReadConfig(Func<string, string?> variable) =>
        Given(variable("PULUMI_CONFIG")) is { } json
            ? (JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []).ToImmutableDictionary()
            : ImmutableDictionary<string, string>.Empty;

    public static ImmutableHashSet<string> ReadSecretKeys(Func<string, string?> variable) =>
        Given(variable("PULUMI_CONFIG_SECRET_KEYS")) is { } json ? [.. JsonSerializer.Deserialize<string[]>(json) ?? []] : [];

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool IsTrue(string text) => bool.TryParse(text, out var value) && value;
}
