using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>The stored form of a content: one document, so that many changes of one call are decided by a single rename.</summary>
internal static class ContentDocument
{
    private const string Updated = "updated_at";

    private static readonly IFieldTable[] Tables = [DictionaryItem.Fields, AclEntry.Fields, SnippetContent.Fields];

    public static string Write(string serviceId, Content content) => YamlWriter.Document(yaml =>
    {
        var table = Tables.Single(table => table.Kind == content.Kind);
        yaml.Number("format", ServiceDocument.Format);
        yaml.Text("service", serviceId);
        yaml.Text("id", content.Id);
        yaml.Text("kind", table.WirePath);
        yaml.Time(Updated, content.Updated);
        yaml.Maps("items", content.Items, (item, stored) => VersionDocument.WriteObject(item, table, stored));
    });

    /// <summary>Throws <see cref="DamagedDocumentException"/>.</summary>
    public static Content Read(string text, string serviceId, string id)
    {
        var yaml = YamlMap.Document(text);
        ServiceDocument.RequireFormat(yaml);
        if (yaml.Text("service") != serviceId || yaml.Text("id") != id)
        {
            throw new DamagedDocumentException($"it is the content of {yaml.Text("id")} of service {yaml.Text("service")}");
        }

        var table = Tables.FirstOrDefault(table => table.WirePath == yaml.Text("kind"))
            ?? throw new DamagedDocumentException($"there is no kind {yaml.Text("kind")}");
        return new Content(table.Kind, id)
        {
            Items = yaml.Maps("items").Select(item => Checked(VersionDocument.ReadObject(item, table), table)).ToValueList(),
            Updated = yaml.TimeIfAny(Updated),
        };
    }

    // Traffic depends on it, so what no call would have accepted is not taken from a file either.
    private static StoredObject Checked(StoredObject stored, IFieldTable table)
    {
        var wrong = table.Check(stored.Record).Select(failure => $"{failure}").Append((stored.Record as AclEntry)?.RangeProblem).OfType<string>().ToList();
        return wrong.Count == 0 ? stored
            : throw new DamagedDocumentException($"the {table.WirePath} {stored.Id ?? stored.Name} is not valid: {string.Join(", ", wrong)}");
    }
}
