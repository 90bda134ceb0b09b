namespace EdgeInfra.Model;

/// <summary>What objects other than backends name: it must be there, and a condition of the type that the moment asks for.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<Problem> Check(ServiceVersion version) =>
    [
        .. from table in FieldTables.OfVersions
           where table.Kind != ObjectKind.Backend // has rules of its own
           from field in table
           where field.Reference == ObjectKind.Condition
           from item in version.Objects(table.Kind)
           let name = table.ValueOf(item, field) as string
           where !string.IsNullOrEmpty(name)
           let problem = OfCondition(version, field, name, TypesOf(field, item))
           where problem is not null
           select Problems.In(table, item.Name, problem),
    ];

    private static Problem? OfCondition(ServiceVersion version, Field field, string name, string[] wanted)
    {
        var condition = version.Conditions.FirstOrDefault(condition => condition.Name == name);
        return condition is null
                ? Problems.UnknownCondition(name, version.Conditions.Select(known => known.Name)) with { Path = field.Name }
            : !wanted.Contains(condition.Type) ? Problems.ConditionOfOtherType(field.Name, name, condition.Type, string.Join(" or ", wanted))
            : null;
    }

    private static string[] TypesOf(Field field, INamed item) => field.Name switch
    {
        "requestCondition" => item is Header { Type: "fetch" } ? ["REQUEST", "PREFETCH"] : ["REQUEST"],
        "cacheCondition" => ["CACHE"],
        "responseCondition" => ["RESPONSE"],
        _ => throw new InvalidOperationException($"{field.Name} names a condition of no known type"),
    };
}
