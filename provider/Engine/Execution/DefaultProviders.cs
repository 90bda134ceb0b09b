using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Execution;

/// <summary>The providers that the engine makes where the program names none: one for each package and version.</summary>
internal static partial class DefaultProviders
{
    private const string DisableKey = "pulumi:disable-default-providers";

    /// <summary>Their inputs are the configuration values of the package, and the version.</summary>
    public static Registration Registration(string package, string version, DeploymentOptions options)
    {
        if (IsDisabled(package, options))
        {
            throw new StepRefusedException(
                $"default providers for '{package}' are disabled by the configuration {DisableKey}; pass a provider explicitly");
        }

        var prefix = package + ":";
        var inputs = PropertyMap.From(options.Config
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(entry.Key[prefix.Length..], Value(entry.Key, entry.Value, options))));
        return new Registration
        {
            Type = Urn.ProviderType(package),
            Name = version.Length == 0 ? "default" : "default_" + NotInNames().Replace(version, "_"),
            Custom = true,
            Inputs = version.Length == 0 ? inputs : inputs.With("version", version),
        };
    }

    private static V Value(string key, string text, DeploymentOptions options) =>
        options.ConfigSecretKeys.Contains(key) ? new V.Secret(text) : text;

    private static bool IsDisabled(string package, DeploymentOptions options)
    {
        if (!options.Config.TryGetValue(DisableKey, out var text))
        {
            return false;
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(text)?.Any(name => name is "*" || name == package) == true;
        }
        catch (JsonException)
        {
            throw new StepRefusedException(
                $"the configuration {DisableKey} must be a list of package names, as in [\"aws\"] or [\"*\"]");
        }
    }

    [GeneratedRegex("[^0-9A-Za-z]")]
    private static partial Regex NotInNames();
}
