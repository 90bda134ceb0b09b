using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>
/// The stored form of a service: which versions there are, which are locked, which one is active. One small file, so that
/// creating, cloning, locking, activating and deleting are each decided by a single rename.
/// </summary>
internal static class ServiceDocument
{
    public const int Format = 1;

    private const string Contents = "contents";

    public static string Write(ServiceState service) => YamlWriter.Document(yaml =>
    {
        yaml.Number("format", Format);
        yaml.Text("id", service.Id);
        yaml.Time("created_at", service.Created);
        yaml.Time("updated_at", service.Updated);
        yaml.Time("deleted_at", service.Deleted);
        if (service.Active is { } active)
        {
            yaml.Number("active", active);
        }

        if (service.Staged is { } staged)
        {
            yaml.Number("staged", staged);
        }

        yaml.Map("service", fields => fields.Fields(Service.Fields, service.Declared));
        yaml.Maps("versions", service.Versions, (item, version) =>
        {
            item.Number("number", version.Number);
            item.Time("locked_at", version.Locked);
        });
        yaml.Maps(Contents, service.Contents.OrderBy(content => content.Id, StringComparer.Ordinal), (item, content) => item.Text("id", content.Id));
    });

    /// <summary>
    /// The service; its versions know only their number and lock so far, its contents only their id. Throws
    /// <see cref="DamagedDocumentException"/>.
    /// </summary>
    public static ServiceState Read(string text, string id)
    {
        var yaml = YamlMap.Document(text);
        RequireFormat(yaml);
        if (yaml.Text("id") != id)
        {
            throw new DamagedDocumentException($"it is the service {yaml.Text("id")}");
        }

        var declared = (Service)VersionDocument.ReadFields(yaml.Map("service"), Service.Fields);
        var service = new ServiceState(id, declared, yaml.Time("created_at"), yaml.Time("updated_at"))
        {
            Deleted = yaml.TimeIfAny("deleted_at"),
            Active = yaml.Has("active") ? yaml.Number("active") : null,
            Staged = yaml.Has("staged") ? yaml.Number("staged") : null,
            Versions = yaml.Maps("versions").Select(VersionEntry).ToValueList(),
            Contents = yaml.Has(Contents) ? yaml.Maps(Contents).Select(ContentEntry).ToValueList() : [],
        };
        if (service.Deleted is null && service.Versions.Count == 0)
        {
            throw new DamagedDocumentException("it lists no version");
        }

        return service.Active is null || service.ActiveVersion is { Locked: not null }
            ? service
            : throw new DamagedDocumentException($"its active version {service.Active} is not among its locked versions");
    }

    public static void RequireFormat(YamlMap yaml)
    {
        if (yaml.Number("format") != Format)
        {
            throw new DamagedDocumentException(
                $"its format is {yaml.Number("format")}, and this program knows only {Format}; was it written by a newer one?");
        }
    }

    private static Content ContentEntry(YamlMap yaml) => new(ObjectKind.None, yaml.Text("id"));

    private static VersionState VersionEntry(YamlMap yaml) =>
        new(yaml.Number("number"), default, default) { Locked = yaml.TimeIfAny("locked_at") };
}
