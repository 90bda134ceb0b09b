using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration below one namespace, the project's by default.</summary>
/// <remarks>
/// A value set with <c>--secret</c> must be read with the method whose name says so, or it ends up in plain outputs.
/// </remarks>
public sealed class Config
{
    private readonly string _namespace;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _namespace = name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;
    }

    public string? Get(string key) => Plain(key, ConfigParser.Text);

    public Output<string>? GetSecret(string key) => Secret(key, ConfigParser.Text);

    public bool? GetBoolean(string key) => PlainValue(key, ConfigParser.Boolean);

    public Output<bool>? GetSecretBoolean(string key) => Secret(key, ConfigParser.Boolean);

    public int? GetInt32(string key) => PlainValue(key, ConfigParser.Int32);

    public Output<int>? GetSecretInt32(string key) => Secret(key, ConfigParser.Int32);

    public double? GetDouble(string key) => PlainValue(key, ConfigParser.Double);

    public Output<double>? GetSecretDouble(string key) => Secret(key, ConfigParser.Double);

    public T? GetObject<T>(string key, JsonSerializerOptions options) => Plain(key, ConfigParser.Object<T>(options));

    public T? GetObject<T>(string key) => Plain(key, ConfigParser.Object<T>(null));

    public Output<T?>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        Secret(key, ConfigParser.Object<T>(options));

    public Output<T?>? GetSecretObject<T>(string key) => Secret(key, ConfigParser.Object<T>(null));

    public string Require(string key) => Plain(key, ConfigParser.Text) ?? throw Missing(key);

    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => PlainValue(key, ConfigParser.Boolean) ?? throw Missing(key);

    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => PlainValue(key, ConfigParser.Int32) ?? throw Missing(key);

    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key);

    public double RequireDouble(string key) => PlainValue(key, ConfigParser.Double) ?? throw Missing(key);

    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key);

    public T? RequireObject<T>(string key, JsonSerializerOptions options) =>
        Has(key) ? Plain(key, ConfigParser.Object<T>(options)) : throw Missing(key);

    public T? RequireObject<T>(string key) => Has(key) ? Plain(key, ConfigParser.Object<T>(null)) : throw Missing(key);

    public Output<T?> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        GetSecretObject<T>(key, options) ?? throw Missing(key);

    public Output<T?> RequireSecretObject<T>(string key) => GetSecretObject<T>(key) ?? throw Missing(key);

    private static DeploymentSettings Settings => ProgramRun.Required.Settings;

    private string FullKey(string key) => $"{_namespace}:{key}";

    private bool Has(string key) => Settings.Config.ContainsKey(FullKey(key));

    private T? Plain<T>(string key, Func<string, string, T> parse, [CallerMemberName] string method = "")
    {
        if (!Settings.Config.TryGetValue(FullKey(key), out var text))
        {
            return default;
        }

        if (Settings.SecretKeys.Contains(FullKey(key)))
        {
            Log.Warn($"Configuration '{FullKey(key)}' is a secret: read it with {SecretTwin(method)} instead of {method}.");
        }

        return parse(FullKey(key), text);
    }

    private T? PlainValue<T>(string key, Func<string, string, T> parse, [CallerMemberName] string method = "")
        where T : struct => Has(key) ? Plain(key, parse, method) : null;

    private Output<T>? Secret<T>(string key, Func<string, string, T> parse) =>
        Settings.Config.TryGetValue(FullKey(key), out var text) ? Output.CreateSecret(parse(FullKey(key), text)) : null;

    // GetInt32 → GetSecretInt32, Require → RequireSecret.
    private static string SecretTwin(string method) => method.StartsWith("Get", StringComparison.Ordinal)
        ? $"GetSecret{method["Get".Length..]}"
        : $"RequireSecret{method["Require".Length..]}";

    private RunException Missing(string key) => new(
        $"Missing required configuration variable '{FullKey(key)}'. "
        + $"Set it with `pulumi config set {FullKey(key)} <value>`, and --secret if it is one.");
}
