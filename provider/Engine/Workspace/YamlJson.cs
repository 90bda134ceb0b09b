using System.Globalization;
using System.Text.Json;
using EdgeInfra.Engine.State;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Configuration values as programs get them: a text as it stands, anything else as JSON.</summary>
internal static class YamlJson
{
    /// <param name="node">The value.</param>
    /// <param name="decrypt">Gives the plain text of a <c>secure</c> value, at any depth.</param>
    public static string Text(YamlNode node, Func<string, string> decrypt)
    {
        if (Secure(node) is { } ciphertext)
        {
            return decrypt(ciphertext);
        }

        if (node is YamlScalarNode scalar)
        {
            return IsNull(scalar) ? "" : scalar.Value!;
        }

        return JsonFields.DocumentText(ValueFormat.Compact, json => Write(json, node, decrypt));
    }

    /// <summary>A text that two nodes share when they say the same, in whatever layout and order.</summary>
    public static string Canonical(YamlNode node) => node switch
    {
        YamlMappingNode mapping => "{" + string.Join(",", mapping.Children
            .Select(child => $"{JsonSerializer.Serialize(child.Key.ToString())}:{Canonical(child.Value)}").Order(StringComparer.Ordinal)) + "}",
        YamlSequenceNode sequence => "[" + string.Join(",", sequence.Select(Canonical)) + "]",
        YamlScalarNode scalar when IsNull(scalar) => "~",
        YamlScalarNode scalar => JsonSerializer.Serialize(scalar.Value) + (scalar.Style == ScalarStyle.Plain ? "p" : "q"),
        _ => "?",
    };

    /// <summary>Whether a value is or holds a secret.</summary>
    public static bool HasSecret(YamlNode node) => Secure(node) is not null || node switch
    {
        YamlMappingNode mapping => mapping.Children.Values.Any(HasSecret),
        YamlSequenceNode sequence => sequence.Any(HasSecret),
        _ => false,
    };

    /// <summary>The ciphertext of a secret; null for any other value.</summary>
    public static string? Secure(YamlNode node) =>
        node is YamlMappingNode { Children.Count: 1 } mapping
            && YamlFile.Field(mapping, "secure") is YamlScalarNode { Value: { } text }
            ? text
            : null;

    private static void Write(Utf8JsonWriter json, YamlNode node, Func<string, string> decrypt)
    {
        switch (node)
        {
            case var _ when Secure(node) is { } ciphertext:
                json.WriteStringValue(decrypt(ciphertext));
                break;
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (key, value) in mapping.Children)
                {
                    json.WritePropertyName(((YamlScalarNode)key).Value ?? "");
                    Write(json, value, decrypt);
                }

                json.WriteEndObject();
                break;
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence)
                {
                    Write(json, item, decrypt);
                }

                json.WriteEndArray();
                break;
            case YamlScalarNode scalar:
                WriteScalar(json, scalar);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (IsNull(scalar))
        {
            json.WriteNullValue();
        }
        else if (scalar.Style == ScalarStyle.Plain && text is "true" or "false")
        {
            json.WriteBooleanValue(text == "true");
        }
        else if (scalar.Style == ScalarStyle.Plain && IsNumber(text, out var number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);
}
