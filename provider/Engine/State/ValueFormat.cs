using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.State;

/// <summary>Property values in a state file: plain JSON, special values as objects with a signature.</summary>
internal sealed class ValueFormat(SecretText secrets)
{
    private const string SpecialFloat = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

    /// <summary>State files are no web pages: nothing but what JSON itself asks for is escaped.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Deepest };

    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = Deepest };

    private const int Deepest = 1000;

    public void Write(Utf8JsonWriter json, string owner, PropertyMap map)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            Write(json, owner, value);
        }

        json.WriteEndObject();
    }

    public void Write(Utf8JsonWriter json, string owner, V value)
    {
        switch (value)
        {
            case V.Null: json.WriteNullValue(); break;
            case V.Bool b: json.WriteBooleanValue(b.Value); break;
            case V.Number n when double.IsFinite(n.Value): json.WriteNumberValue(n.Value); break;
            case V.Number n: Special(json, SpecialFloat, ("value", Bits(n.Value))); break;
            case V.Text t: json.WriteStringValue(t.Value); break;
            case V.Unknown: json.WriteStringValue(Signatures.Unknown); break;
            case V.Map m: Write(json, owner, m.Items); break;
            case V.List l: WriteList(json, owner, l); break;
            case V.Secret s: WriteSecret(json, owner, s.Inner); break;
            // Dependencies are kept with the resource; what remains of an output is whether it is known and secret.
            case V.Output { IsSecret: true } o: WriteSecret(json, owner, o.Value ?? V.Unknown.Instance); break;
            case V.Output o: Write(json, owner, o.Value ?? V.Unknown.Instance); break;
            case V.Asset a: Special(json, Signatures.Asset, ("hash", a.Hash), ("text", a.Content), ("path", a.Path), ("uri", a.Uri)); break;
            case V.Archive a: WriteArchive(json, owner, a); break;
            case V.ResourceReference r: WriteReference(json, r); break;
            default: throw new StateException($"{owner}: no form in a state file for {value.GetType().Name}");
        }
    }

    public PropertyMap ReadMap(string owner, JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? PropertyMap.From(json.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Read(owner, field.Value))))
        : throw new StateException($"{owner}: expected an object of properties, found {json.ValueKind}");

    public V Read(string owner, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString() is var text && Signatures.IsUnknown(text!) ? V.Unknown.Instance : text!,
        JsonValueKind.Array => new V.List(json.EnumerateArray().Select(item => Read(owner, item))),
        JsonValueKind.Object when json.TryGetProperty(Signatures.Key, out var signature) => ReadSpecial(owner, json, signature.ToString()),
        JsonValueKind.Object => ReadMap(owner, json),
        _ => V.None,
    };

    private void WriteList(Utf8JsonWriter json, string owner, V.List list)
    {
        json.WriteStartArray();
        foreach (var item in list.Items)
        {
            Write(json, owner, item);
        }

        json.WriteEndArray();
    }

    private void WriteSecret(Utf8JsonWriter json, string owner, V inner)
    {
        var (field, text) = secrets.Write(owner, PlainJson(owner, inner));
        Special(json, Signatures.Secret, (field, text));
    }

    // A secret within a secret needs no encryption of its own, only its mark.
    private static string PlainJson(string owner, V inner) =>
        JsonFields.DocumentText(Compact, json => new ValueFormat(SecretText.Plain).Write(json, owner, inner));

    private void WriteArchive(Utf8JsonWriter json, string owner, V.Archive archive)
    {
        if (archive.Parts is null)
        {
            Special(json, Signatures.Archive, ("hash", archive.Hash), ("path", archive.Path), ("uri", archive.Uri));
            return;
        }

        json.WriteStartObject();
        json.WriteString(Signatures.Key, Signatures.Archive);
        if (archive.Hash is not null)
        {
            json.WriteString("hash", archive.Hash);
        }

        json.WritePropertyName("assets");
        Write(json, owner, archive.Parts);
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, V.ResourceReference reference) => Special(
        json,
        Signatures.ResourceReference,
        ("urn", reference.Urn),
        // An empty id says: of a custom resource, not known yet. A component has none at all.
        ("id", reference.Id is null ? null : (reference.Id.Bare() as V.Text)?.Value ?? ""),
        ("packageVersion", reference.PackageVersion.Length == 0 ? null : reference.PackageVersion));

    private static void Special(Utf8JsonWriter json, string signature, params ReadOnlySpan<(string Field, string? Text)> fields)
    {
        json.WriteStartObject();
        json.WriteString(Signatures.Key, signature);
        foreach (var (field, text) in fields)
        {
            if (text is not null)
            {
                json.WriteString(field, text);
            }
        }

        json.WriteEndObject();
    }

    private V ReadSpecial(string owner, JsonElement json, string signature) => signature switch
    {
        Signatures.Secret => new V.Secret(ReadSecret(owner, json)),
        Signatures.Asset => new V.Asset(Text(json, "hash"), Text(json, "text"), Text(json, "path"), Text(json, "uri")),
        Signatures.Archive => new V.Archive(
            Text(json, "hash"),
            json.TryGetProperty("assets", out var assets) ? ReadMap(owner, assets) : null,
            Text(json, "path"),
            Text(json, "uri")),
        Signatures.ResourceReference => new V.ResourceReference(Text(json, "urn") ?? "", ReferencedId(json), Text(json, "packageVersion") ?? ""),
        SpecialFloat => Number(owner, Text(json, "value")),
        _ => throw new StateException($"{owner}: a value with the signature '{signature}', which this engine does not know"),
    };

    private V ReadSecret(string owner, JsonElement json)
    {
        try
        {
            using var inner = JsonDocument.Parse(secrets.Read(owner, json), Reading);
            return new ValueFormat(SecretText.Plain).Read(owner, inner.RootElement);
        }
        catch (JsonException failure)
        {
            throw new StateException($"{owner}: a secret is not JSON once decrypted", failure);
        }
    }

    private static V? ReferencedId(JsonElement json) => Text(json, "id") switch
    {
        null => null,
        "" => V.Unknown.Instance,
        var id => Signatures.IsUnknown(id) ? V.Unknown.Instance : new V.Text(id),
    };

    private static string Bits(double value) => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);

    private static V Number(string owner, string? bits) =>
        ulong.TryParse(bits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? BitConverter.UInt64BitsToDouble(value)
            : throw new StateException($"{owner}: '{bits}' is not the sixteen hexadecimal digits of a number");

    private static string? Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
