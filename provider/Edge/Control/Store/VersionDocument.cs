using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>The stored form of a version's content. Whether it is locked or active stands in the service's document.</summary>
internal static class VersionDocument
{
    private const string Created = "created_at", Updated = "updated_at";

    public static string Write(string serviceId, VersionState version) => YamlWriter.Document(yaml =>
    {
        yaml.Number("format", ServiceDocument.Format);
        yaml.Text("service", serviceId);
        yaml.Number("number", version.Number);
        yaml.Text("comment", version.Comment);
        yaml.Time(Created, version.Created);
        yaml.Time(Updated, version.Updated);
        foreach (var table in FieldTables.Versioned)
        {
            yaml.Maps(table.Collection, version.Of(table.Kind), (item, stored) => WriteObject(item, table, stored));
        }
    });

    /// <summary>Throws <see cref="DamagedDocumentException"/>.</summary>
    public static VersionState Read(string text, string serviceId, int number)
    {
        var yaml = YamlMap.Document(text);
        ServiceDocument.RequireFormat(yaml);
        if (yaml.Text("service") != serviceId || yaml.Number("number") != number)
        {
            throw new DamagedDocumentException($"it is version {yaml.Number("number")} of service {yaml.Text("service")}");
        }

        return new VersionState(number, yaml.Time(Created), yaml.Time(Updated))
        {
            Comment = yaml.Text("comment"),
            Objects = FieldTables.Versioned.SelectMany(table => yaml.Maps(table.Collection).Select(item => ReadObject(item, table))).ToValueList(),
        };
    }

    public static void WriteFields(YamlWriter yaml, IFieldTable table, object record)
    {
        foreach (var field in table)
        {
            yaml.Field(field.WireName, table.ValueOf(record, field));
        }
    }

    /// <summary>The record that <see cref="WriteFields"/> wrote, exactly: nothing is filled in or normalised.</summary>
    public static INamed ReadFields(YamlMap yaml, IFieldTable table)
    {
        var known = table.Select(field => field.WireName).ToHashSet();
        var given = yaml.Names.Where(name => name is not (Created or Updated)).ToList();
        if (given.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new DamagedDocumentException($"a {table.WirePath} has no field {unknown}");
        }

        var reading = table.ApplyForm(
            table.ReadForm([]).Record, given.Select(name => KeyValuePair.Create(name, yaml.FormText(name))));
        return reading.Ok ? (INamed)reading.Record : throw new DamagedDocumentException(string.Join(", ", reading.Failures));
    }

    private static void WriteObject(YamlWriter yaml, IFieldTable table, StoredObject stored)
    {
        WriteFields(yaml, table, stored.Record);
        yaml.Time(Created, stored.Created);
        yaml.Time(Updated, stored.Updated);
    }

    private static StoredObject ReadObject(YamlMap yaml, IFieldTable table) =>
        new(table.Kind, ReadFields(yaml, table), yaml.Time(Created), yaml.Time(Updated));
}
