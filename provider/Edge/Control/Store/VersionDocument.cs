using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>The stored form of a version's content. Whether it is locked or active stands in the service's document.</summary>
internal static class VersionDocument
{
    private const string Created = "created_at", Updated = "updated_at", Id = "id";

    public static string Write(string serviceId, VersionState version) => YamlWriter.Document(yaml =>
    {
        yaml.Number("format", ServiceDocument.Format);
        yaml.Text("service", serviceId);
        yaml.Number("number", version.Number);
        yaml.Text("comment", version.Comment);
        yaml.Time(Created, version.Created);
        yaml.Time(Updated, version.Updated);
        yaml.Map(Settings.Fields.WirePath, fields => fields.Fields(Settings.Fields, version.Settings));
        foreach (var table in FieldTables.OfVersions)
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
            Settings = yaml.Has(Settings.Fields.WirePath) ? (Settings)Fields(yaml.Map(Settings.Fields.WirePath), Settings.Fields) : new(),
            Objects = FieldTables.OfVersions.SelectMany(table => Objects(yaml, table)).ToValueList(),
        };
    }

    /// <summary>The record that <see cref="YamlWriter.Fields"/> wrote, exactly: nothing is filled in or normalised.</summary>
    public static INamed ReadFields(YamlMap yaml, IFieldTable table) => (INamed)Fields(yaml, table);

    public static void WriteObject(YamlWriter yaml, IFieldTable table, StoredObject stored)
    {
        yaml.Fields(table, stored.Record);
        if (stored.Id is { } id)
        {
            yaml.Text(Id, id);
        }

        yaml.Time(Created, stored.Created);
        yaml.Time(Updated, stored.Updated);
    }

    public static StoredObject ReadObject(YamlMap yaml, IFieldTable table) =>
        new(table.Kind, ReadFields(yaml, table), yaml.Time(Created), yaml.Time(Updated)) { Id = table.HasId ? yaml.Text(Id) : null };

    // Documents written before a kind was known do not list it.
    private static IEnumerable<StoredObject> Objects(YamlMap yaml, IFieldTable table) =>
        FieldTables.IsOfTheFirst(table.Kind) || yaml.Has(table.Collection)
            ? yaml.Maps(table.Collection).Select(item => ReadObject(item, table))
            : [];

    private static object Fields(YamlMap yaml, IFieldTable table)
    {
        var known = table.Select(field => field.WireName).ToHashSet();
        var given = yaml.Names.Where(name => name is not (Created or Updated) && !(name == Id && table.HasId)).ToList();
        if (given.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new DamagedDocumentException($"a {table.WirePath} has no field {unknown}");
        }

        var reading = table.ApplyForm(table.ReadForm([]).Record, given.Select(name => KeyValuePair.Create(name, yaml.FormText(name))));
        return reading.Ok ? reading.Record : throw new DamagedDocumentException(string.Join(", ", reading.Failures));
    }}
