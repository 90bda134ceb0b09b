using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Records;

/// <summary>
/// Reads objects of a program by their field table: types, names and rules of single fields, everything wrong at once.
/// </summary>
internal static class DeclarationReader
{
    public static Declared Read(IFieldTable table, PropertyMap map, Target target = Target.Runtime)
    {
        var nested = map
            .Where(item => item.Value.Bare() is V.Map && table.Find(item.Key)?.Reference is not null and not ObjectKind.None)
            .ToImmutableDictionary(item => item.Key, item => Read(Referred(table, item.Key), ((V.Map)item.Value.Bare()).Items, target));
        var unknown = map
            .SelectMany(item => nested.TryGetValue(item.Key, out var inner) ? inner.Name is null ? [item.Key] : [] : Unknown(table, item))
            .ToImmutableHashSet();
        var values = map.ToDictionary(
            item => item.Key,
            item => unknown.Contains(item.Key) ? null : nested.TryGetValue(item.Key, out var inner) ? inner.Name : FieldValue.Read(item.Value));

        var reading = table.ReadValues(values, unknown);
        var secret = map.SelectMany(item => Secret(table, item, nested.ContainsKey(item.Key))).ToImmutableHashSet();
        var failures = reading.Failures.Where(failure => failure.HoldsAt(target) && !nested.ContainsKey(failure.Property))
            .Select(failure => failure with { Reason = DeclarationRules.Message(secret, failure.Property, failure.Reason) });
        var within = nested.SelectMany(item => item.Value.Failures.Select(
            failure => failure with { Property = $"{item.Key}.{failure.Property}" }));
        return new Declared(table, (INamed)table.Normalise(reading.Record))
        {
            Unknown = unknown.Union(Followers(table, values, unknown)),
            Secret = secret,
            Nested = nested,
            Failures = [.. failures, .. within],
        };
    }

    private static IFieldTable Referred(IFieldTable table, string field) => FieldTables.Of(table.Find(field)!.Reference);

    private static IEnumerable<string> Unknown(IFieldTable table, KeyValuePair<string, V> item) =>
        table.Find(item.Key) is { } field ? PathsWithin.Unknown(field, item.Value)
        : item.Value.HasUnknown() ? [item.Key]
        : [];

    // A nested object keeps its own secrets apart; only a wrapper around all of it makes the field secret.
    private static IEnumerable<string> Secret(IFieldTable table, KeyValuePair<string, V> item, bool nested) =>
        !nested && table.Find(item.Key) is { } field ? PathsWithin.Secret(field, item.Value)
        : (nested ? item.Value is V.Secret or V.Output { IsSecret: true } : item.Value.HasSecret()) ? [item.Key]
        : [];

    private static IEnumerable<string> Followers(IFieldTable table, Dictionary<string, object?> values, ImmutableHashSet<string> unknown) =>
        from field in table
        where field.Follows is { } leader && unknown.Contains(leader) && values.GetValueOrDefault(field.Name) is null
        select field.Name;
}
