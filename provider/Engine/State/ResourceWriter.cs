using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.State;

/// <summary>Writes resources as they stand in deployments: in Pulumi's order of fields, what is empty left out.</summary>
internal sealed class ResourceWriter(Utf8JsonWriter json, ValueFormat values)
{
    public void Write(ResourceState resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteBoolean("custom", resource.Custom);
        Flag("delete", resource.Delete);
        Text("id", resource.Id);
        json.WriteString("type", resource.Type);
        Map("inputs", resource.Urn, resource.Inputs);
        Map("outputs", resource.Urn, resource.Outputs);
        Text("parent", resource.Parent);
        Flag("protect", resource.Protect);
        Flag("external", resource.External);
        Texts("dependencies", resource.Dependencies);
        Texts("initErrors", resource.InitErrors);
        Text("provider", resource.Provider);
        PropertyDependencies(resource.PropertyDependencies);
        Flag("pendingReplacement", resource.PendingReplacement);
        Texts("additionalSecretOutputs", resource.AdditionalSecretOutputs);
        Texts("aliases", resource.Aliases);
        CustomTimeouts(resource.Timeouts);
        Text("importID", resource.ImportId);
        Flag("retainOnDelete", resource.RetainOnDelete);
        Text("deletedWith", resource.DeletedWith);
        Time("created", resource.Created);
        Time("modified", resource.Modified);
        Text("sourcePosition", resource.SourcePosition);
        Texts("ignoreChanges", resource.IgnoreChanges);
        Texts("replaceOnChanges", resource.ReplaceOnChanges);
        foreach (var (name, value) in resource.OtherFields)
        {
            json.WritePropertyName(name);
            values.Write(json, resource.Urn, value);
        }

        json.WriteEndObject();
    }

    private void Flag(string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private void Text(string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }

    private void Map(string name, string owner, PropertyMap map)
    {
        if (map.Count > 0)
        {
            json.WritePropertyName(name);
            values.Write(json, owner, map);
        }
    }

    private void Texts(string name, ImmutableArray<string> items)
    {
        if (!items.IsDefaultOrEmpty)
        {
            WriteTexts(name, items);
        }
    }

    private void WriteTexts(string name, ImmutableArray<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items.IsDefault ? [] : items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    private void PropertyDependencies(ImmutableSortedDictionary<string, ImmutableArray<string>> dependencies)
    {
        if (dependencies.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("propertyDependencies");
        foreach (var (property, urns) in dependencies)
        {
            // An empty list says that the property depends on nothing; a missing one would say that nobody knows.
            WriteTexts(property, urns);
        }

        json.WriteEndObject();
    }

    private void CustomTimeouts(Timeouts timeouts)
    {
        if (timeouts == new Timeouts())
        {
            return;
        }

        json.WriteStartObject("customTimeouts");
        Seconds("create", timeouts.Create);
        Seconds("update", timeouts.Update);
        Seconds("delete", timeouts.Delete);
        Seconds("read", timeouts.Read);
        json.WriteEndObject();
    }

    private void Seconds(string name, double value)
    {
        if (value != 0)
        {
            json.WriteNumber(name, value);
        }
    }

    private void Time(string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, Rfc3339(known));
        }
    }

    /// <summary>As Go prints times: in UTC, with as many digits of a second as there are.</summary>
    public static string Rfc3339(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
