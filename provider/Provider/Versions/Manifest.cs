using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Versions;

/// <summary>What a ServiceVersion wants live: its lists read, nested objects collected. Parts may still be unknown.</summary>
internal sealed record Manifest(V ServiceId, V Comment, V Activate, ImmutableArray<ManifestList> Lists)
{
    /// <summary>What is wrong with its form; what its content breaks is in <see cref="ManifestRules"/>.</summary>
    public ImmutableArray<Failure> Failures { get; init; } = [];

    /// <summary>The general settings; null when they are left at their defaults.</summary>
    public Declared? Settings { get; init; }

    /// <summary>Whether all of its content is known; its service need not be.</summary>
    public bool Complete =>
        Comment.Bare() is not V.Unknown && Settings is null or { Complete: true } && Lists.All(list => list.Complete);

    public Going Goes => Activate.Bare() switch
    {
        V.Text("never") => Going.Drafted,
        V.Text("stageOnly") => Going.Staged,
        _ => Going.Live,
    };

    public bool Activates => Goes == Going.Live;

    /// <summary>Number of the version to have live in place of what is declared; may be unknown, Null for none.</summary>
    public V Pin { get; init; } = V.None;

    /// <summary>Lists that may get more items than are known: objects that are not known yet may bring some along.</summary>
    public IEnumerable<string> OpenLists => Lists.Where(list => !list.NamesKnown).SelectMany(list => list.Table)
        .Where(link => link.Reference != ObjectKind.None).Select(link => FieldTables.Of(link.Reference).ListName).Distinct();

    public ManifestList Of(ObjectKind kind) => Lists.Single(list => list.Table.Kind == kind);

    /// <summary>The known part as a version of the model.</summary>
    public ServiceVersion Version => Lists.Aggregate(
        new ServiceVersion
        {
            ServiceId = (ServiceId.Bare() as V.Text)?.Value ?? "",
            Comment = (Comment.Bare() as V.Text)?.Value ?? "",
            Settings = Settings?.Record as Settings ?? new(),
        },
        (version, list) => version.With(list.Table.Kind, list.Known.Select(declared => declared.Record)));

    /// <summary>What is managed beside the version, once all of it is known.</summary>
    public IEnumerable<ManagedContent> Contents =>
        from list in Lists
        from item in list.Known
        where item.Content is not null
        select new ManagedContent(list.Table.Kind, item.Name!, Records.Contents.Records(item.Content!))
        {
            IsReadable = item.Record is not EdgeDictionary { WriteOnly: true },
        };

    /// <summary>The inputs with every default settled, nested objects hoisted into their lists.</summary>
    public PropertyMap ToInputs() => PropertyMap.From(
        Lists.Where(list => list.IsShown).Select(list => KeyValuePair.Create(list.Table.ListName, list.ToValue()))
            .Append(KeyValuePair.Create("serviceId", ServiceId))
            .Append(KeyValuePair.Create("activate", Activate))
            .Append(KeyValuePair.Create("comment", Comment))
            .Append(KeyValuePair.Create("pin", Pin))
            .Append(KeyValuePair.Create(Model.Settings.Fields.ListName, Settings is null ? V.None : (V)Settings.ToMap()))
            .Where(item => item.Value is not V.Null and not V.Text("")));
}
