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
           let problem = OfCondition(version, field, name)
           where problem is not null
           select Problems.In(table, item.Name, problem),
    ];

    private static Problem? OfCondition(ServiceVersion version, Field field, string name)
    {
        var condition = version.Conditions.FirstOrDefault(condition => condition.Name == name);
        var wanted = TypeOf(field);
        return condition is null
                ? Problems.UnknownCondition(name, version.Conditions.Select(known => known.Name)) with { Path = field.Name }
            : condition.Type != wanted ? Problems.ConditionOfOtherType(field.Name, name, condition.Type, wanted)
            : null;
    }

    private static string TypeOf(Field field) => field.Name switch
    {
        "requestCondition" => "REQUEST",
        "cacheCondition" => "CACHE",
        "responseCondition" => "RESPONSE",
        _ => throw new InvalidOperationException($"{field.Name} names a condition of no known type"),
    };
}
