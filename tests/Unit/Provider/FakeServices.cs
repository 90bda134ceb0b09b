using System.Text.Json;
using EdgeInfra.Model;

namespace Unit.Provider;

/// <summary>The state of a <see cref="FakeControl"/>.</summary>
internal sealed class FakeServices
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Service Service, List<FakeVersion> Versions)> _services = [];

    /// <summary>What dictionaries, ACLs and dynamic snippets hold.</summary>
    public FakeContents Contents { get; } = new();

    /// <summary>Whether client keys are answered; set it before there is a service.</summary>
    public bool TellsKeys { get; set; } = true;

    /// <summary>Whether fields are taken that Fastly's API does not have, as by the bundled runtime.</summary>
    public bool TakesExtensions { get; set; }

    public ServiceVersion Content(string service, int number) => _services[service].Versions[number - 1].Content;

    public string IdOf(string service, ObjectKind kind, string name) =>
        _services[service].Versions.Single(version => version.Active).Ids[(kind, name)];

    public ServiceVersion? Active(string service) =>
        _services[service].Versions.SingleOrDefault(version => version.Active)?.Content;

    public int Versions(string service) => _services[service].Versions.Count;

    public void Drift(string service, Func<ServiceVersion, ServiceVersion> change)
    {
        var versions = _services[service].Versions;
        var active = versions.Single(version => version.Active);
        active.Active = false;
        versions.Add(new(change(active.Content) with { Number = versions.Count + 1 }) { Active = true, Locked = true, Ids = active.Ids, TellsKeys = TellsKeys });
    }

    public (int Status, byte[] Body) Answer(string method, string target, List<KeyValuePair<string, string>> form, string body)
    {
        lock (_lock)
        {
            var query = target.Split('?', 2);
            return (method, query[0].Split('/')[1..]) switch
            {
                ("POST", ["service"]) => Create(form),
                (_, ["service", var id, ..]) when !_services.ContainsKey(id) => Fail(404, "Record not found"),
                ("PUT", ["service", var id]) => Update(id, form),
                ("DELETE", ["service", var id]) => Delete(id),
                ("GET", ["service", var id, "details"]) => Details(
                    id, query.Length > 1 ? int.Parse(query[1].Split('=')[1], null) : 0),
                ("POST", ["service", var id, "version"]) => Ok(json => Add(id, new()).Write(json)),
                (_, ["service", var id, "version", var number, .. var rest]) => OnVersion(
                    id, _services[id].Versions[int.Parse(number, null) - 1], method, rest, form),
                (_, ["service", _, "dictionary" or "acl" or "snippet", .. var rest]) => Contents.Answer(method, rest, query[^1], form, body),
                _ => Fail(405, $"{method} {target}"),
            };
        }
    }

    private (int, byte[]) Create(List<KeyValuePair<string, string>> form)
    {
        var id = $"service{_services.Count + 1}";
        _services[id] = (Service.Fields.ReadForm(form).Record, []);
        Add(id, new());
        return Details(id, 0);
    }

    private (int, byte[]) Update(string id, List<KeyValuePair<string, string>> form)
    {
        _services[id] = _services[id] with { Service = Service.Fields.ApplyForm(_services[id].Service, form).Record };
        return Details(id, 0);
    }

    private (int, byte[]) Delete(string id) =>
        Active(id) is null && _services.Remove(id) ? Done() : Fail(400, "Cannot delete service with active version");

    private FakeVersion Add(string id, ServiceVersion content, FakeVersion? original = null)
    {
        var versions = _services[id].Versions;
        versions.Add(new(content with { ServiceId = id, Number = versions.Count + 1 }) { Ids = new(original?.Ids ?? []), TellsKeys = TellsKeys });
        return versions[^1];
    }

    private (int, byte[]) Details(string id, int number) => Ok(json =>
    {
        var (service, versions) = _services[id];
        var active = versions.SingleOrDefault(version => version.Active);
        json.WriteString("id", id);
        Service.Fields.WriteJson(json, service);
        json.WriteStartArray("versions");
        versions.ForEach(version => version.WriteHead(json));
        json.WriteEndArray();
        json.WriteStartObject("version");
        (number > 0 ? versions[number - 1] : active ?? versions[^1]).Write(json);
        json.WriteEndObject();
        json.WritePropertyName("active_version");
        if (active is null)
        {
            json.WriteNullValue();
        }
        else
        {
            active.WriteHead(json);
        }
    });

    private (int, byte[]) OnVersion(
        string id, FakeVersion version, string method, string[] rest, List<KeyValuePair<string, string>> form)
    {
        switch (method, rest)
        {
            case ("PUT", ["clone"]):
                return Ok(Add(id, version.Content, version).Write);
            case ("GET", ["validate"]):
                return Ok(json => json.WriteString("status", "ok"));
            case ("PUT", ["activate"]):
                _services[id].Versions.ForEach(other => other.Active = other == version);
                (version.Locked, version.Staged) = (true, false);
                return Ok(version.Write);
            case ("PUT", ["activate", "staging"]):
                _services[id].Versions.ForEach(other => other.Staged = other == version);
                return Ok(version.Write);
            case ("PUT", ["deactivate", "staging"]):
                version.Staged = false;
                return Ok(version.Write);
            case ("PUT", ["deactivate"]):
                version.Active = false;
                return Ok(version.Write);
            case var _ when version.Locked:
                return Fail(422, "Version locked");
            case ("PUT", []):
                version.Content = version.Content with { Comment = form.Single(pair => pair.Key == "comment").Value };
                return Ok(version.Write);
            case var _ when !TakesExtensions && rest.Length is 1 or 2 && FastlyFields.Unknown(rest[0], form.Select(pair => pair.Key)).FirstOrDefault() is { } unknown:
                return Fail(400, $"{rest[0]} has no field {unknown}");
            case ("PUT", ["settings"]):
                version.Content = version.Content with { Settings = Settings.Fields.ApplyForm(version.Content.Settings, form).Record };
                return Done();
            case (_, ["director", var director, "backend", var backend]):
                version.Content = version.Content.With(ObjectKind.Director, version.Content.Directors.Select(
                    one => one.Name != director ? one : one with { Backends = Members(one.Backends, method, backend) }));
                return Done();
            case ("PUT", ["vcl", var file, "main"]):
                version.Content = version.Content.With(
                    ObjectKind.Vcl, version.Content.Vcls.Select(one => one with { Main = one.Name == file }));
                return Done();
            case (_, [var path, ..]):
                return OnObject(version, FieldTables.OfVersions.Single(table => table.WirePath == path), method, rest, form);
            default:
                return Fail(405, method);
        }
    }

    private static ValueList<string> Members(ValueList<string> before, string method, string backend) =>
        (method == "POST" ? before.Append(backend) : before.Where(name => name != backend)).ToValueList();

    private (int, byte[]) OnObject(
        FakeVersion version, IFieldTable table, string method, string[] rest, List<KeyValuePair<string, string>> form)
    {
        var objects = version.Content.Objects(table.Kind).ToList();
        var old = objects.SingleOrDefault(item => rest.Length > 1 && item.Name == Uri.UnescapeDataString(rest[1]));
        if (method != "POST" && old is null)
        {
            return Fail(404, "Record not found");
        }

        var written = method == "DELETE"
            ? null
            : (INamed)(old is null ? table.ReadForm(form) : table.ApplyForm(old, form)).Record;
        version.Content = version.Content.With(table.Kind, [.. objects.Select(item => item == old ? written : item).OfType<INamed>(), .. old is null ? [written!] : Array.Empty<INamed>()]);
        if (old is not null && written is null)
        {
            version.Ids.Remove((table.Kind, old.Name));
        }
        else if (old is null && table.HasId)
        {
            version.Ids[(table.Kind, written!.Name)] = Contents.NewId();
        }

        return Ok(json =>
        {
            if (written is not null && version.Ids.TryGetValue((table.Kind, written.Name), out var id))
            {
                json.WriteString("id", id);
            }
        });
    }

    private static (int, byte[]) Done() => Ok(json => json.WriteString("status", "ok"));

    private static (int, byte[]) Fail(int status, string message) =>
        (status, JsonSerializer.SerializeToUtf8Bytes(new { msg = message }));

    private static (int, byte[]) Ok(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return (200, buffer.ToArray());
    }
}
