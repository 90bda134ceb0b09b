using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>The fields of a model record, and everything that can be done with a record once they are known.</summary>
/// <remarks>
/// Uses reflection: for declarations, never on the path of a request. Every property of the record that is stored is a
/// field.
/// </remarks>
public sealed partial class FieldTable<T> : IFieldTable where T : class
{
    private static readonly Func<object, object> CopyOf = typeof(object)
        .GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    private readonly Field[] _fields;
    private readonly Dictionary<string, Field> _byName;
    private readonly Func<T, T> _normalise;

    internal FieldTable(
        ObjectKind kind, string wirePath, string collection, Func<T, T>? normalise = null, bool numbersAsText = false)
    {
        (Kind, WirePath, Collection, NumbersAsText) = (kind, wirePath, collection, numbersAsText);
        ListName = string.Concat(collection.Split('_').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
        _normalise = normalise ?? (record => record);
        var defaults = Activator.CreateInstance<T>();
        var nullability = new NullabilityInfoContext(); // not safe for threads, so each table has its own
        _fields = typeof(T).GetProperties()
            .Where(property => property.IsDefined(typeof(FieldAttribute)))
            .Select(property => new Field(property, defaults, nullability))
            .ToArray();
        _byName = _fields.ToDictionary(field => field.Name);
    }

    public ObjectKind Kind { get; }

    public Type RecordType => typeof(T);

    public string WirePath { get; }

    public string Collection { get; }

    public string ListName { get; }

    public bool NumbersAsText { get; }

    public bool HasId { get; init; }

    public string? Summary { get; init; }

    /// <summary>
    /// Called after a form was applied, with the wire names that were given: for fields that follow another when that
    /// changes.
    /// </summary>
    internal Func<T, IReadOnlySet<string>, T> Settle { get; init; } = (record, _) => record;

    public Field? Find(string name) => _byName.GetValueOrDefault(name);

    public object? ValueOf(T record, Field field) => field.Get(record);

    /// <summary>Every rule of a single field that the record breaks, at any depth. Rules between fields are in <c>RecordRules</c>.</summary>
    public ValueList<Failure> Check(T record) => _fields.SelectMany(field => Check(field, field.Get(record))).ToValueList();

    /// <summary>What differs, told where it does: <c>policy.signing.region</c>. Lists of records are compared by position.</summary>
    public ValueList<Change> Diff(T before, T after) =>
        _fields.SelectMany(field => PartValue.Diff(field, field.Get(before), field.Get(after))).ToValueList();

    /// <summary>The same record with empty optional texts as unset, and what follows from other fields filled in.</summary>
    public T Normalise(T record)
    {
        var settled = (from field in _fields
                       let value = field.Get(record)
                       let normal = field.Optional && value is "" ? null : PartValue.Normalise(field, value)
                       where !ReferenceEquals(value, normal)
                       select (field, normal)).ToList();
        if (settled.Count > 0)
        {
            record = (T)CopyOf(record);
            settled.ForEach(change => change.field.Set(record, change.normal));
        }

        return _normalise(record);
    }

    /// <summary>The control API's form of a whole record: what is unset is left out.</summary>
    public ValueList<KeyValuePair<string, string>> ToForm(T record) =>
        (from field in _fields
         let value = field.Get(record)
         where value is not null && !field.IsLeftOut(value)
         select KeyValuePair.Create(field.WireName, WireText.Write(field, value))).ToValueList();

    /// <summary>The form of what differs: an unset field is sent as the empty text, which clears it.</summary>
    public ValueList<KeyValuePair<string, string>> ToForm(T before, T after)
    {
        bool Differs(Field field) => !Equals(field.Get(before), field.Get(after));

        return (from field in _fields
                let value = field.Get(after)
                where Differs(field) || (field.Follows is { } leader && Differs(_byName[leader]))
                select KeyValuePair.Create(field.WireName, WireText.Write(field, value))).ToValueList();
    }

    /// <summary>The record after an update: missing is unchanged, empty clears, unknown keys are ignored.</summary>
    /// <remarks>Failures are wrong types only; run <see cref="Check(T)"/> on the outcome.</remarks>
    public Reading<T> ApplyForm(T record, IEnumerable<KeyValuePair<string, string>> form)
    {
        var given = form.DistinctBy(pair => pair.Key).ToDictionary();
        var outcome = (T)CopyOf(record);
        var failures = new List<Failure>();
        foreach (var field in _fields)
        {
            if (GivenName(field, given) is not { } wireName)
            {
                continue;
            }

            var (value, wrong) = WireText.Read(field, given[wireName]);
            failures.AddRange(wrong);
            if (wrong.Count == 0 || (field.Part is not null && value is not null))
            {
                field.Set(outcome, value); // what of a record could be read is there to be checked
            }
        }

        return new(Settle(outcome, given.Keys.ToHashSet()), failures.ToValueList());
    }

    /// <summary>
    /// A new, normalised record from a create's form, with the control API's defaults. A missing required field is left
    /// empty, for Check to find.
    /// </summary>
    public Reading<T> ReadForm(IEnumerable<KeyValuePair<string, string>> form)
    {
        var reading = ApplyForm(Fresh(field => field.ApiDefault), form);
        return reading with { Record = Normalise(reading.Record) };
    }

    /// <summary>A record from a stack program's values by stack name, checked field by field: everything wrong at once.</summary>
    /// <param name="values">null counts as not given.</param>
    /// <param name="unknown">
    /// Paths whose values are not known yet, <c>policy.signing.secretKey</c> or <c>port</c>: they keep their default and are not missed.
    /// </param>
    public Reading<T> ReadValues(IReadOnlyDictionary<string, object?> values, IReadOnlySet<string>? unknown = null)
    {
        var reading = Fit(values, byWireName: false, unknown ?? new HashSet<string>());
        var told = reading.Failures.Select(failure => failure.Property).Concat(unknown ?? new HashSet<string>()).ToHashSet();
        var broken = Check(reading.Record).Where(failure => !FieldPath.IsWithin(failure.Property, told));
        return reading with { Failures = [.. reading.Failures, .. broken] };
    }

    /// <summary>
    /// Writes the fields as properties of the object that is open in the writer, in the typing the control API has for
    /// this kind.
    /// </summary>
    public void WriteJson(Utf8JsonWriter writer, T record)
    {
        foreach (var field in _fields)
        {
            WireJson.Write(writer, field, field.Get(record), NumbersAsText);
        }
    }

    public IEnumerator<Field> GetEnumerator() => _fields.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<Failure> Check(Field field, object? value) => FieldRules.Refuse(field, value) is { } reason
        ? [new Failure(field.Name, reason) { IsNotYet = FieldRules.IsNotYet(field, value) }]
        : PartValue.Check(field, value);

    private Reading<T> Fit(IReadOnlyDictionary<string, object?> values, bool byWireName, IReadOnlySet<string> unknown)
    {
        string NameOf(Field field) => byWireName ? field.WireName : field.Name;

        var record = Fresh(field => byWireName ? field.ApiDefault : field.Default);
        var failures = new List<Failure>();
        foreach (var (name, value) in values)
        {
            if (_fields.FirstOrDefault(field => NameOf(field) == name) is not { } field)
            {
                failures.Add(new Failure(name, $"is not a field of a {WirePath}.{Nearest.Hint(name, _fields.Select(NameOf))}"));
            }
            else if (value is not null && !unknown.Contains(field.Name))
            {
                var (fitted, wrong) = LooseValue.Fit(field, value, byWireName, FieldPath.Below(field.Name, unknown));
                field.Set(record, fitted ?? field.Get(record));
                failures.AddRange(wrong);
            }
        }

        return new(record, failures.ToValueList());
    }

    private static string? GivenName(Field field, Dictionary<string, string> given) =>
        given.ContainsKey(field.WireName) ? field.WireName
        : field.WireAliases.FirstOrDefault(alias => given.TryGetValue(alias, out var text) && text.Length > 0);

    // Required texts start empty rather than null, so that a half-filled record can be looked at safely.
    private T Fresh(Func<Field, object?> value)
    {
        var record = Activator.CreateInstance<T>();
        foreach (var field in _fields)
        {
            field.Set(record, field.Required ? "" : value(field));
        }

        return record;
    }
}
