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
        json.Flag("delete", resource.Delete);
        json.Text("id", resource.Id);
        json.WriteString("type", resource.Type);
        Map("inputs", resource.Urn, resource.Inputs);
        Map("outputs", resource.Urn, resource.Outputs);
        json.Text("parent", resource.Parent);
        json.Flag("protect", resource.Protect);
        json.Flag("external", resource.External);
        json.Texts("dependencies", Known(resource.Dependencies));
        json.Texts("initErrors", Known(resource.InitErrors));
        json.Text("provider", resource.Provider);
        PropertyDependencies(resource.PropertyDependencies);
        json.Flag("pendingReplacement", resource.PendingReplacement);
        json.Texts("additionalSecretOutputs", Known(resource.AdditionalSecretOutputs));
        json.Texts("aliases", Known(resource.Aliases));
        CustomTimeouts(resource.Timeouts);
        json.Text("importID", resource.ImportId);
        json.Flag("retainOnDelete", resource.RetainOnDelete);
        json.Text("deletedWith", resource.DeletedWith);
        Time("created", resource.Created);
        Time("modified", resource.Modified);
        json.Text("sourcePosition", resource.SourcePosition);
        json.Texts("ignoreChanges", Known(resource.IgnoreChanges));
        json.Texts("replaceOnChanges", Known(resource.ReplaceOnChanges));
        foreach (var (name, value) in resource.OtherFields)
        {
            json.WritePropertyName(name);
            values.Write(json, resource.Urn, value);
        }

        json.WriteEndObject();
    }

    private void Map(string name, string owner, PropertyMap map)
    {
        if (map.Count > 0)
        {
            json.WritePropertyName(name);
            values.Write(json, owner, map);
        }
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
            json.TextsEvenIfNone(property, Known(urns));
        }

        json.WriteEndObject();
    }

    private static ImmutableArray<string> Known(ImmutableArray<string> items) => items.IsDefault ? [] : items;

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
