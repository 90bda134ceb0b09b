using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;
using EdgeInfra.Plugin.Schema;
using EdgeInfra.Plugin.Versions;

namespace EdgeInfra.Plugin.Import;

/// <summary>Plans a program that declares a version and the service it belongs to; tells what such a program cannot say.</summary>
internal sealed class VersionPlan
{
    private readonly Names _names = new();
    private readonly Dictionary<(ObjectKind Kind, string Name), string> _variables = [];
    private readonly List<PlannedSetting> _settings = [];
    private readonly List<PlannedResource> _resources = [];
    private readonly List<Problem> _problems = [];
    private readonly List<string> _secretive = [];
    private readonly ServiceVersion _version;

    private VersionPlan(ServiceVersion version) => _version = UntoldKeys.Told(version);

    /// <summary>Only the declarations.</summary>
    public static (StackPlan Plan, IReadOnlyList<Problem> Problems) Declarations(string origin, ServiceVersion version)
    {
        var plan = new VersionPlan(version);
        plan.Declare();
        return plan.Done(origin);
    }

    /// <summary>With a service of its own, new or live, and the version that lists all of it.</summary>
    /// <param name="live">Whether the version is, too.</param>
    public static (StackPlan Plan, IReadOnlyList<Problem> Problems) Whole(
        string origin, ServiceVersion version, Service service, string serviceId, bool live)
    {
        var plan = new VersionPlan(version);
        plan.Declare();
        plan.OwnService(service, serviceId, live);
        return plan.Done(origin);
    }

    private (StackPlan Plan, IReadOnlyList<Problem> Problems) Done(string origin) =>
        (new(origin, [.. _settings], [.. _resources]), _problems);

    private void Declare()
    {
        foreach (var table in TypeSchemas.Declarations.OrderBy(table => table.Kind))
        {
            foreach (var item in Items(table))
            {
                var variable = _names.Take(item.Name, Names.Camel(table.RecordType.Name));
                _variables[(table.Kind, item.Name)] = variable;
                var secrets = _settings.Count;
                _resources.Add(new(table.RecordType.Name, variable, Stated(table, item, variable)));
                if (_settings.Count > secrets)
                {
                    _secretive.Add(variable);
                }
            }
        }
    }

    // Kinds that are no resources stand within the version.
    private IEnumerable<(string Name, PlannedValue Value)> InPlace()
    {
        foreach (var table in TypeSchemas.InPlace.Where(table => table.Kind != ObjectKind.Settings))
        {
            var items = Items(table).Select(item => (PlannedValue)new PlannedValue.Fields(
                $"{table.Kind}", Stated(table, item, ""))).ToImmutableArray();
            _problems.AddRange(Items(table).Where(HasContent).Select(
                item => ImportProblems.ContentLeftOut(Place(table, item), Contents.NameOf(table.Kind)!)));
            if (items.Length > 0)
            {
                yield return (table.ListName, new PlannedValue.Items(items));
            }
        }

        if (_version.Settings != new Settings())
        {
            yield return (Settings.Fields.ListName, new PlannedValue.Fields(
                nameof(Settings), Stated(Settings.Fields, _version.Settings, "")));
        }
    }

    private static bool HasContent(INamed item) => item is EdgeDictionary or Acl or Snippet { Dynamic: true };

    private List<INamed> Items(IFieldTable table) =>
        [.. _version.Objects(table.Kind).Select(item => (INamed)table.Normalise(item))];

    private ImmutableArray<(string Name, PlannedValue Value)> Stated(IFieldTable table, INamed item, string variable) =>
        RecordPlan.Of(table, item, variable, (field, path, value) =>
            field.Secret ? SecretOf(table, item, path) : Referred(field, value));

    private PlannedValue? Referred(Field field, object value) =>
        value is string name && _variables.TryGetValue((field.Reference, name), out var variable)
            ? new PlannedValue.Definition(variable)
            : null;

    private PlannedValue.Setting SecretOf(IFieldTable table, INamed item, string path)
    {
        var setting = _names.Take($"{item.Name} {path}", "secret");
        _settings.Add(new(setting, Secret: true));
        _problems.Add(ImportProblems.SecretLeftOut($"{Place(table, item)}.{path}", setting));
        return new(setting, Secret: true);
    }

    private void OwnService(Service service, string serviceId, bool live)
    {
        var variable = _names.Take(service.Name, "service");
        _resources.Add(new(nameof(Service), variable, RecordPlan.Of(Service.Fields, service, "", (_, _, _) => null)) { ImportId = serviceId });
        if (!live && _version.Backends.Count == 0)
        {
            return; // a version that holds nothing is none yet
        }

        ImmutableArray<(string, PlannedValue)> properties = [("serviceId", new PlannedValue.Id(variable)), ("domains", Domains()), .. InPlace()];
        if (_version.Comment.Length > 0)
        {
            properties = properties.Add(("comment", new PlannedValue.Text(_version.Comment)));
        }

        _resources.Add(new(nameof(ServiceVersion), "live", properties) { ImportId = live ? serviceId : "", Members = [.. Members(properties)], Credentials = [.. _secretive] });
    }

    // What something refers to by a definition comes with it.
    private IEnumerable<(string Collection, string Variable)> Members(IEnumerable<(string Name, PlannedValue Value)> own)
    {
        var referred = _resources.SelectMany(resource => resource.Properties).Concat(own)
            .SelectMany(property => Referred(property.Value)).ToHashSet();
        return from entry in _variables
               where !referred.Contains(entry.Value)
               select (FieldTables.Of(entry.Key.Kind).ListName, entry.Value);
    }

    private static IEnumerable<string> Referred(PlannedValue value) => value switch
    {
        PlannedValue.Definition definition => [definition.Variable],
        PlannedValue.Fields fields => fields.Properties.SelectMany(property => Referred(property.Value)),
        PlannedValue.Items items => items.Values.SelectMany(Referred),
        _ => [],
    };

    private PlannedValue.Items Domains()
    {
        if (_version.Domains.Count > 0)
        {
            _problems.AddRange(_version.Domains.Where(domain => domain.Comment.Length > 0)
                .Select(domain => ImportProblems.DomainComment(domain.Name)));
            return new([.. _version.Domains.Select(domain => new PlannedValue.Text(domain.Name))]);
        }

        var setting = _names.Take("domain", "domain");
        _settings.Add(new(setting, "localhost"));
        _problems.Add(ImportProblems.DomainUnknown(setting));
        return new([new PlannedValue.Setting(setting, Secret: false)]);
    }

    private static string Place(IFieldTable table, INamed item) =>
        table.Kind == ObjectKind.Settings ? table.ListName : $"{table.ListName}[\"{item.Name}\"]";
}
