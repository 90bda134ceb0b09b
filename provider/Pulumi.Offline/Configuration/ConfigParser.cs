using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Reads configuration values, which are always texts.</summary>
/// <remarks>Messages never contain the value: it may be a secret.</remarks>
internal static class ConfigParser
{
    public static string Text(string key, string value) => value;

    public static bool Boolean(string key, string value) => value switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong(key, "true or false", null),
    };

    public static int Int32(string key, string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong(key, "a whole number", null);

    public static double Double(string key, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong(key, "a number", null);

    public static Func<string, string, T?> Object<T>(JsonSerializerOptions? options) => (key, value) =>
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value, options);
        }
        catch (JsonException error)
        {
            throw Wrong(key, $"JSON for {typeof(T).Name}", error);
        }
    };

    private static RunException Wrong(string key, string expected, Exception? cause) =>
        new($"Configuration '{key}' must be {expected}, but isn't. Mend it with `pulumi config set {key} <value>`.", cause);
}
