using System.Text.Json;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Display;

/// <summary>Writes values and states as JSON for tools to read: as in Pulumi's state, with every secret hidden.</summary>
internal static class DisplayJson
{
    public static void Values(this Utf8JsonWriter json, string name, PropertyMap map)
    {
        if (map.Count > 0)
        {
            json.WritePropertyName(name);
            json.Value(map);
        }
    }

    public static void Value(this Utf8JsonWriter json, V value)
    {
        switch (value)
        {
            case V.Null:
                json.WriteNullValue();
                break;
            case V.Bool flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case V.Number { Value: var number } when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case V.Text text:
                json.WriteStringValue(text.Value);
                break;
            case V.List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    json.Value(item);
                }

                json.WriteEndArray();
                break;
            case V.Map map:
                json.WriteStartObject();
                foreach (var (key, item) in map.Items)
                {
                    json.WritePropertyName(key);
                    json.Value(item);
                }

                json.WriteEndObject();
                break;
            case V.Secret or V.Output { IsSecret: true }:
                json.WriteStringValue(Scrubber.Mark);
                break;
            case V.Output { Value: { } known }:
                json.Value(known);
                break;
            case V.Unknown or V.Output:
                json.WriteStringValue(Signatures.Unknown);
                break;
            default:
                json.WriteStringValue(CompactValue.Of(value));
                break;
        }
    }

    /// <summary>A state in the field names of Pulumi's deployment format; empty fields are left out.</summary>
    public static void State(this Utf8JsonWriter json, string name, ResourceState? state)
    {
        if (state is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("urn", state.Urn);
        json.WriteBoolean("custom", state.Custom);
        json.Flag("delete", state.Delete);
        json.Text("id", state.Id);
        json.WriteString("type", state.Type);
        json.Values("inputs", state.Inputs);
        json.Values("outputs", state.Outputs);
        json.Text("parent", state.Parent);
        json.Flag("protect", state.Protect);
        json.Flag("external", state.External);
        json.Texts("dependencies", state.Dependencies);
        json.Texts("initErrors", state.InitErrors);
        json.Text("provider", state.Provider);
        json.Flag("pendingReplacement", state.PendingReplacement);
        json.Texts("additionalSecretOutputs", state.AdditionalSecretOutputs);
        json.Flag("retainOnDelete", state.RetainOnDelete);
        json.Text("deletedWith", state.DeletedWith);
        json.Texts("ignoreChanges", state.IgnoreChanges);
        json.WriteEndObject();
    }

    public static void Detailed(this Utf8JsonWriter json, IReadOnlyDictionary<string, PropertyChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        json.WriteStartObject("detailedDiff");
        foreach (var (path, change) in changes)
        {
            json.WriteStartObject(path);
            json.WriteString("kind", Kind(change.Kind));
            json.WriteBoolean("inputDiff", change.FromInputs);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Kind(PropertyDiff.Types.Kind kind) => kind switch
    {
        PropertyDiff.Types.Kind.Add => "add",
        PropertyDiff.Types.Kind.AddReplace => "add-replace",
        PropertyDiff.Types.Kind.Delete => "delete",
        PropertyDiff.Types.Kind.DeleteReplace => "delete-replace",
        PropertyDiff.Types.Kind.Update => "update",
        _ => "update-replace",
    };
}
