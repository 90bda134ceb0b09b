using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>What a program is told about the update it runs in.</summary>
internal sealed record DeploymentSettings(string Project, string Stack, bool IsDryRun)
{
    public string Organization { get; init; } = "organization";

    public string RootDirectory { get; init; } = "";

    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> SecretKeys { get; init; } = [];

    /// <summary>The name of the stack's root resource.</summary>
    public string RootName => $"{Project}-{Stack}";

    /// <param name="variable">Reads one environment variable.</param>
    /// <exception cref="InvalidOperationException">Not all variables are there that an engine sets.</exception>
    public static DeploymentSettings Read(Func<string, string?> variable)
    {
        string[] needed = ["PULUMI_MONITOR", "PULUMI_ENGINE", "PULUMI_PROJECT", "PULUMI_STACK", "PULUMI_DRY_RUN"];
        var missing = needed.Where(name => string.IsNullOrEmpty(variable(name))).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException(
                "This program is run by an engine, which sets what it needs: start it with `edgeinfra up` or `pulumi up`. "
                + $"Missing in the environment: {string.Join(", ", missing)}.");
        }

        return new(variable("PULUMI_PROJECT")!, variable("PULUMI_STACK")!, IsTrue(variable("PULUMI_DRY_RUN"))) // All checked above.
        {
            Organization = Given(variable("PULUMI_ORGANIZATION")) ?? "organization",
            RootDirectory = variable("PULUMI_ROOT_DIRECTORY") ?? "",
            Config = ReadConfig(variable),
            SecretKeys = ReadSecretKeys(variable),
        };
    }

    public static ImmutableDictionary<string, string> ReadConfig(Func<string, string?> variable) =>
        Given(variable("PULUMI_CONFIG")) is { } json
            ? (JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []).ToImmutableDictionary()
            : ImmutableDictionary<string, string>.Empty;

    public static ImmutableHashSet<string> ReadSecretKeys(Func<string, string?> variable) =>
        Given(variable("PULUMI_CONFIG_SECRET_KEYS")) is { } json ? [.. JsonSerializer.Deserialize<string[]>(json) ?? []] : [];

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool IsTrue(string? text) => bool.TryParse(text, out var value) && value;
}
