namespace EdgeInfra.Model;

/// <summary>What is done to values of fields that may hold records of their own, one or a list: paths begin at the field.</summary>
internal static class PartValue
{
    /// <summary>What is wrong within the records that the value holds.</summary>
    public static IEnumerable<Failure> Check(Field field, object? value) =>
        from part in field.Records(value).Index()
        from failure in field.Part!.Check(part.Item)
        select failure with { Property = $"{PathOf(field, part.Index)}.{failure.Property}" };

    /// <summary>Nothing where the two are equal, and one change where one of them is missing.</summary>
    public static IEnumerable<Change> Diff(Field field, object? before, object? after)
    {
        if (Equals(before, after))
        {
            return [];
        }

        if (field.Part is null || (!field.IsList && (before is null || after is null)))
        {
            return [Whole(field, field.Name, before, after)];
        }

        var (old, now) = (field.Records(before).ToList(), field.Records(after).ToList());
        return Enumerable.Range(0, Math.Max(old.Count, now.Count))
            .SelectMany(i => Diff(field, PathOf(field, i), old.ElementAtOrDefault(i), now.ElementAtOrDefault(i)));
    }

    /// <summary>The same value, itself if nothing had to be settled in it.</summary>
    public static object? Normalise(Field field, object? value)
    {
        if (value is null || field.Part is not { } part)
        {
            return value;
        }

        var normal = field.Records(value).Select(part.Normalise).ToList();
        return normal.SequenceEqual(field.Records(value), ReferenceEqualityComparer.Instance) ? value
            : field.IsList ? part.ListOf(normal)
            : normal[0];
    }

    /// <summary>Where the record of that position is.</summary>
    public static string PathOf(Field field, int index) => field.IsList ? FormattableString.Invariant($"{field.Name}[{index}]") : field.Name;

    private static IEnumerable<Change> Diff(Field field, string path, object? before, object? after) =>
        before is null || after is null
            ? [Whole(field, path, before, after)]
            : field.Part!.Diff(before, after).Select(change => change with
            {
                Property = $"{path}.{change.Property}",
                Replaces = change.Replaces || field.Replaces,
                Secret = change.Secret || field.Secret,
            });

    // What comes or goes as a whole is as secret as what it holds.
    private static Change Whole(Field field, string path, object? before, object? after) =>
        new(path, before, after, field.Replaces, field.Secret || HasSecret(field.Part, before) || HasSecret(field.Part, after));

    private static bool HasSecret(IFieldTable? table, object? record) => table is not null && record is not null && table.Any(field =>
        field.Secret ? table.ValueOf(record, field) is not null : field.Records(table.ValueOf(record, field)).Any(part => HasSecret(field.Part, part)));
}
