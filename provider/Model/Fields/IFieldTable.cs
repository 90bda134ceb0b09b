using System.Text.Json;

namespace EdgeInfra.Model;

/// <summary>The fields of one kind of record, and what can be done with such a record, without knowing its C# type.</summary>
/// <remarks>Records passed in must be of the table's own type; another type is a bug and throws.</remarks>
public interface IFieldTable : IEnumerable<Field>
{
    ObjectKind Kind { get; }

    Type RecordType { get; }

    /// <summary>Last part of the kind's address in the control API: <c>backend</c>.</summary>
    string WirePath { get; }

    /// <summary>What a part is, in a sentence; null for kinds that stand alone, which are described elsewhere.</summary>
    string? Summary { get; }

    /// <summary>Name of the list in a version's details: <c>cache_settings</c>.</summary>
    string Collection { get; }

    /// <summary>Name of the list in a manifest: <c>cacheSettings</c>.</summary>
    string ListName { get; }

    /// <summary>Objects of this kind are answered with numbers and flags as JSON texts.</summary>
    bool NumbersAsText { get; }

    /// <summary>The control API gives objects of this kind an id, which they keep in every version.</summary>
    bool HasId { get; }

    /// <summary>The field of that stack name, or null.</summary>
    Field? Find(string name);

    object? ValueOf(object record, Field field);

    ValueList<Failure> Check(object record);

    ValueList<Change> Diff(object before, object after);

    /// <summary>The same declaration with everything settled that follows from other fields.</summary>
    object Normalise(object record);

    ValueList<KeyValuePair<string, string>> ToForm(object record);

    ValueList<KeyValuePair<string, string>> ToForm(object before, object after);

    Reading<object> ApplyForm(object record, IEnumerable<KeyValuePair<string, string>> form);

    Reading<object> ReadForm(IEnumerable<KeyValuePair<string, string>> form);

    Reading<object> ReadValues(IReadOnlyDictionary<string, object?> values, IReadOnlySet<string>? unknown = null);

    void WriteJson(Utf8JsonWriter writer, object record);

    /// <summary>A record of the values that fit, and what is wrong with the types of the others; rules are not asked.</summary>
    internal Reading<object> Fit(IReadOnlyDictionary<string, object?> values, bool byWireName, IReadOnlySet<string> unknown);

    /// <summary>Records of this kind as a list that compares by value.</summary>
    internal object ListOf(IEnumerable<object> records);
}
