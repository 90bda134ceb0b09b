using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What can be done to the objects of a version that is not locked. Pure: gives the changed version, or the refusal.</summary>
/// <remarks>Only what one object says is checked here; the version as a whole is checked when it is validated or activated, as at Fastly.</remarks>
internal sealed class Drafts(IFieldTable table)
{
    private ObjectKind Kind => table.Kind;

    public Decided<VersionState> Create(VersionState draft, IReadOnlyCollection<KeyValuePair<string, string>> form, DateTimeOffset now)
    {
        var reading = table.ReadForm(Writable(form));
        return Checked(draft, reading).Then<VersionState>(record =>
        {
            if (draft.Find(Kind, record.Name) is not null)
            {
                return Refusals.Duplicate(KindNames.InDuplicates(table), record.Name);
            }

            var created = new StoredObject(Kind, record, now, now) { Id = table.HasId ? ServiceId.New() : null };
            return Consequences.Of(draft with { Objects = [.. draft.Objects, created], Updated = now }, null, created);
        });
    }

    public Decided<VersionState> Update(
        ServiceState service, VersionState draft, string name, IReadOnlyCollection<KeyValuePair<string, string>> form, DateTimeOffset now) =>
        Existing(service, draft, name).Then(stored => Checked(draft, Applied(stored.Record, form)).Then<VersionState>(record =>
        {
            var changed = stored with { Record = record, Updated = now };
            return DynamicSnippets.Refuse(stored.Record, record) is { } refusal ? refusal
                : Without(draft, stored).Find(Kind, record.Name) is not null ? Refusals.Duplicate(KindNames.InDuplicates(table), record.Name)
                : record.Name != stored.Name && Users(draft, stored.Name) is { Count: > 0 } users ? Refusals.InUse(Kind, stored.Name, users)
                : Consequences.Of(
                    draft with { Objects = draft.Objects.Select(one => ReferenceEquals(one, stored) ? changed : one).ToValueList(), Updated = now },
                    stored, changed);
        }));

    public Decided<VersionState> Delete(ServiceState service, VersionState draft, string name, DateTimeOffset now) =>
        Existing(service, draft, name).Then<VersionState>(stored =>
            Users(draft, stored.Name) is { Count: > 0 } users ? Refusals.InUse(Kind, stored.Name, users)
            : Consequences.Of(Without(draft, stored) with { Updated = now }, stored, null));

    public Decided<StoredObject> Existing(ServiceState service, VersionState version, string name) =>
        version.Find(Kind, name) is { } stored ? stored : Refusals.NoObject(Kind, name, service.Id, version.Number);

    private static VersionState Without(VersionState draft, StoredObject stored) =>
        draft with { Objects = draft.Objects.Where(other => !ReferenceEquals(other, stored)).ToValueList() };

    private Reading<object> Applied(INamed record, IReadOnlyCollection<KeyValuePair<string, string>> form)
    {
        // Fastly leaves the name of a director as it is.
        var reading = table.ApplyForm(record, record is Director ? Writable(form).Where(pair => pair.Key != "name") : form);

        // Fastly sorts and spaces the headers of a healthcheck when it is created, but not when it is updated.
        return reading.Record is Healthcheck ? reading : reading with { Record = table.Normalise(reading.Record) };
    }

    // The members of a director have calls of their own.
    private IEnumerable<KeyValuePair<string, string>> Writable(IReadOnlyCollection<KeyValuePair<string, string>> form) =>
        Kind == ObjectKind.Director ? form.Where(pair => pair.Key != "backends") : form;

    private Decided<INamed> Checked(VersionState draft, Reading<object> reading)
    {
        var unreadable = reading.Failures.Select(failure => failure.Property).ToHashSet();
        if (table.Find("name") is { Format: TextFormat.TableName } && table.Check(reading.Record).Any(failure => failure.Property == "name"))
        {
            return Refusals.BadTableName();
        }

        var failures = reading.Failures
            .Concat(table.Check(reading.Record).Where(failure => !FieldPath.IsWithin(failure.Property, unreadable)))
            .Concat(Dangling(draft, reading.Record))
            .Select(failure => $"{FieldPath.OnTheWire(table, failure.Property)} {failure.Reason}")
            .ToList();
        return failures.Count == 0 ? new Decided<INamed>((INamed)reading.Record, null) : Refusals.Invalid(failures);
    }

    private IEnumerable<Failure> Dangling(VersionState draft, object record) =>
        from field in table
        where field.Reference != ObjectKind.None
        let name = table.ValueOf(record, field) as string
        where !string.IsNullOrEmpty(name)
        let failure = draft.Find(field.Reference, name) is { } found
            ? ConditionTypes.Refuse(Kind, field, found)
            : new Failure(field.Name, Missing(field.Reference, name, draft))
        where failure is not null
        select failure;

    private static string Missing(ObjectKind kind, string name, VersionState draft)
    {
        var known = draft.Of(kind).Select(stored => stored.Name);
        return (kind == ObjectKind.Healthcheck ? Problems.UnknownHealthcheck(name, known) : Problems.UnknownCondition(name, known)).Message;
    }

    private List<StoredObject> Users(VersionState draft, string name) =>
    [
        .. from stored in draft.Objects
           from field in FieldTables.Of(stored.Kind)
           where field.Reference == Kind && (string?)FieldTables.Of(stored.Kind).ValueOf(stored.Record, field) == name
           select stored,
    ];
}
