using Google.Protobuf.WellKnownTypes;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Protocol;

/// <summary>Property values to and from the Struct in which they travel. Nothing is lost in either direction.</summary>
public static class ValueCodec
{
    public static Struct ToStruct(PropertyMap map)
    {
        var carrier = new Struct();
        foreach (var (key, value) in map)
        {
            carrier.Fields[key] = ToValue(value);
        }

        return carrier;
    }

    /// <summary>Reads a map; null, as sent by clients that leave the field out, is the empty one.</summary>
    /// <exception cref="FormatException">An object carries a signature that no kind of value has.</exception>
    public static PropertyMap FromStruct(Struct? carrier) => carrier is null
        ? PropertyMap.Empty
        : PropertyMap.From(carrier.Fields.Select(field => KeyValuePair.Create(field.Key, FromValue(field.Value))));

    public static Value ToValue(V value) => value switch
    {
        V.Null => Value.ForNull(),
        V.Bool b => Value.ForBool(b.Value),
        V.Number n => Value.ForNumber(n.Value),
        V.Text t => Value.ForString(t.Value),
        V.List l => Value.ForList([.. l.Items.Select(ToValue)]),
        V.Map m => Value.ForStruct(ToStruct(m.Items)),
        V.Unknown => Value.ForString(Signatures.Unknown),
        V.Secret s => Special(Signatures.Secret, ("value", s.Inner)),
        V.Asset a => Special(Signatures.Asset, ("hash", Optional(a.Hash)), ("text", Optional(a.Content)), ("path", Optional(a.Path)), ("uri", Optional(a.Uri))),
        V.Archive a => Special(Signatures.Archive, ("hash", Optional(a.Hash)), ("assets", a.Parts is null ? null : new V.Map(a.Parts)), ("path", Optional(a.Path)), ("uri", Optional(a.Uri))),
        V.ResourceReference r => Special(
            Signatures.ResourceReference, ("urn", r.Urn), ("id", r.Id), ("packageVersion", r.PackageVersion)),
        V.Output o => Special(
            Signatures.Output, ("value", o.Value), ("secret", o.IsSecret ? true : null), ("dependencies", Dependencies(o))),
        _ => throw new InvalidOperationException($"no wire form for {value.GetType().Name}"),
    };

    public static V FromValue(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.StringValue when Signatures.IsUnknown(value.StringValue) => V.Unknown.Instance,
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.ListValue => new V.List(value.ListValue.Values.Select(FromValue)),
        Value.KindOneofCase.StructValue => FromObject(FromStruct(value.StructValue)),
        _ => V.None,
    };

    private static V FromObject(PropertyMap map)
    {
        if (!map.TryGetValue(Signatures.Key, out var signature))
        {
            return map;
        }

        return (signature as V.Text)?.Value switch
        {
            Signatures.Secret => new V.Secret(map.TryGetValue("value", out var inner) ? inner : V.Unknown.Instance),
            Signatures.Asset => new V.Asset(Text(map["hash"]), Text(map["text"]), Text(map["path"]), Text(map["uri"])),
            Signatures.Archive => new V.Archive(
                Text(map["hash"]), (map["assets"] as V.Map)?.Items, Text(map["path"]), Text(map["uri"])),
            Signatures.ResourceReference => new V.ResourceReference(
                Text(map["urn"]) ?? "", ReferencedId(map), Text(map["packageVersion"]) ?? ""),
            Signatures.Output => new V.Output(OutputValue(map), map["secret"] is V.Bool(true), [.. Texts(map["dependencies"])]),
            _ => throw new FormatException($"unrecognised signature '{(signature as V.Text)?.Value}' in a property value"),
        };
    }

    private static V? ReferencedId(PropertyMap map) => !map.TryGetValue("id", out var id) ? null
        : id is V.Text("") ? V.Unknown.Instance
        : id;

    // An unknown inside an output means the same as no value at all; one form keeps equality honest.
    private static V? OutputValue(PropertyMap map) =>
        map.TryGetValue("value", out var value) && value is not V.Unknown ? value : null;

    private static Value Special(string signature, params ReadOnlySpan<(string Key, V? Value)> parts)
    {
        var carrier = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in parts)
        {
            if (value is not null)
            {
                carrier.Fields[key] = ToValue(value);
            }
        }

        return Value.ForStruct(carrier);
    }

    private static V? Dependencies(V.Output output) =>
        output.Dependencies.IsDefaultOrEmpty ? null : new V.List(output.Dependencies.Select(urn => (V)urn));

    private static V? Optional(string? text) => text is null ? null : new V.Text(text);

    private static string? Text(V value) => (value as V.Text)?.Value;

    private static IEnumerable<string> Texts(V value) =>
        value is V.List list ? list.Items.OfType<V.Text>().Select(text => text.Value) : [];
}
