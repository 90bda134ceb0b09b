using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Records;

/// <summary>
/// Which problems of a record hold although some of its fields are unknown, and how they are told when some are secret.
/// </summary>
internal static class DeclarationRules
{
    /// <param name="field">The field the problem is about.</param>
    public static bool Holds(Declared declared, string field, Problem problem) =>
        !declared.Unknown.Contains(field)
        && (problem.Code == Problems.BadField(new("", "")).Code || !MayMatter(declared));

    public static string Message(IReadOnlySet<string> secret, string field, string message) =>
        secret.Contains(field)
            ? "cannot be used; why is not shown, because its value is secret. Try it with a value that is not."
            : message;

    /// <summary>Rules never show the value of a field that is secret by nature, and can say what is wrong with it.</summary>
    public static string Message(Declared declared, string field, string message) =>
        declared.Table.Find(field) is { Secret: true } ? message : Message(declared.Secret, field, message);

    /// <summary>
    /// What is wrong with a record beyond what <see cref="Declared.Failures"/> tells of it, nested objects included.
    /// </summary>
    public static IEnumerable<Failure> Further(Declared declared, Target target)
    {
        var told = declared.Failures.Select(failure => failure.Property).ToHashSet();
        return RecordRules.Check(declared.Table, declared.Record, target)
            .Where(problem => problem.Severity == Severity.Error && Holds(declared, problem.Path, problem))
            .Select(problem => new Failure(problem.Path, Message(declared, problem.Path, problem.Message)))
            .Concat(declared.Nested.SelectMany(nested => Further(nested.Value, target)
                .Select(failure => failure with { Property = $"{nested.Key}.{failure.Property}" })))
            .Where(failure => !told.Contains(failure.Property));
    }

    // Rules between fields look at numbers, flags and choices; free texts decide about nothing but themselves.
    private static bool MayMatter(Declared declared) => declared.Unknown.Any(
        name => declared.Table.Find(name) is { } field
            && (field.Type != typeof(string) || field.OneOf.Count > 0 || field.Reference != ObjectKind.None));
}
