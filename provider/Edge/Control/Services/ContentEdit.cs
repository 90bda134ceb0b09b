using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

using Form = IEnumerable<KeyValuePair<string, string>>;

/// <summary>Changes the items of a content, one after the other. Every step gives a refusal or null; after one, throw the edit away.</summary>
internal sealed class ContentEdit
{
    private readonly OwnedContent _before;
    private readonly IFieldTable _table;
    private readonly DateTimeOffset _now;
    private readonly List<StoredObject?> _items;
    private readonly Dictionary<string, int> _places;

    public ContentEdit(OwnedContent before, IFieldTable table, DateTimeOffset now)
    {
        (_before, _table, _now) = (before, table, now);
        _items = [.. before.Content.Items];
        _places = before.Content.Items.Select((item, place) => (key: Key(item), place)).ToDictionary(pair => pair.key, pair => pair.place);
    }

    /// <summary>What was created or changed last.</summary>
    public StoredObject? Latest { get; private set; }

    public Content Done => _before.Content with { Items = _items.OfType<StoredObject>().ToValueList(), Updated = _now };

    public Refusal? Create(Form form) => Checked(_table.ReadForm(form), out var record)
        ?? Add(new StoredObject(_table.Kind, record, _now, _now) { Id = _table.HasId ? ServiceId.New() : null });

    public Refusal? Update(string key, Form form) => !_places.TryGetValue(key, out var place)
        ? Refusals.NoItem(_table.Kind, key, _before)
        : Change(place, form);

    public Refusal? Upsert(string key, Form form) => _places.TryGetValue(key, out var place) ? Change(place, form) : Create(form);

    public Refusal? Delete(string key)
    {
        if (!_places.Remove(key, out var place))
        {
            return Refusals.NoItem(_table.Kind, key, _before);
        }

        _items[place] = null;
        return null;
    }

    private string Key(StoredObject item) => _table.HasId ? item.Id! : item.Name;

    private Refusal? Add(StoredObject item)
    {
        if (!_places.TryAdd(Key(item), _items.Count))
        {
            return Refusals.DuplicateItem(item.Name, _before);
        }

        _items.Add(Latest = item);
        return null;
    }

    private Refusal? Change(int place, Form form)
    {
        var item = _items[place]!; // what was deleted has no place
        var refusal = Checked(_table.ApplyForm(item.Record, form), out var record);
        if (refusal is null)
        {
            _items[place] = Latest = item with { Record = record, Updated = _now };
        }

        return refusal;
    }

    private Refusal? Checked(Reading<object> reading, out INamed record)
    {
        record = (INamed)reading.Record;
        var unreadable = reading.Failures.Select(failure => failure.Property).ToHashSet();
        var failures = reading.Failures
            .Concat(_table.Check(record).Where(failure => !unreadable.Contains(failure.Property)))
            .Select(failure => $"{FieldPath.OnTheWire(_table, failure.Property)} {failure.Reason}")
            .ToList();
        if (record is AclEntry { RangeProblem: { } problem })
        {
            failures.Add(problem);
        }

        return failures.Count == 0 ? null : Refusals.Invalid(failures);
    }
}
