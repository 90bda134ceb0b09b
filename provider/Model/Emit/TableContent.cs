using System.Collections.Frozen;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// What an <see cref="EdgeDictionary"/> of a version holds at one moment. Two are equal when their items are, in order.
/// </summary>
public sealed record TableContent(string Name, ValueList<DictionaryItem> Items)
{
    /// <summary>The items as expressions look them up. Of several with one key the last counts.</summary>
    public ITable ToTable() => new Table(Items
        .GroupBy(item => item.ItemKey, StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => same.Last().ItemValue, StringComparer.Ordinal));

    /// <summary>The name only: values may be secret.</summary>
    public override string ToString() => $"content of the dictionary \"{Name}\"";

    private sealed class Table(FrozenDictionary<string, string> items) : ITable
    {
        public string? Find(string key) => items.GetValueOrDefault(key);
    }
}
