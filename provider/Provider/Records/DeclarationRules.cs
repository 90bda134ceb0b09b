using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Records;

/// <summary>
/// Which problems of a record hold although some of its fields are unknown, and how they are told when some are secret.
/// </summary>
internal static class DeclarationRules
{
    /// <param name="field">The field the problem is about.</param>
    public static bool Holds(Declared declared, string field, Problem problem) =>
        !FieldPath.IsWithin(field, declared.Unknown)
        && (problem.Code == Problems.BadField(new("", "")).Code || !MayMatter(declared, field));

    public static string Message(IReadOnlySet<string> secret, string field, string message) =>
        FieldPath.IsWithin(field, secret)
            ? "cannot be used; why is not shown, because its value is secret. Try it with a value that is not."
            : message;

    /// <summary>Rules never show the value of a field that is secret by nature, and can say what is wrong with it.</summary>
    public static string Message(Declared declared, string field, string message) =>
        FieldPath.Find(declared.Table, field) is { Secret: true } ? message
        : Message(IsAboutSecrets(declared, field) ? declared.Secret.Add(field) : declared.Secret, field, message);

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
            .Where(failure => !FieldPath.IsWithin(failure.Property, told));
    }

    // A rule about a record as a whole may name whatever stands in it.
    private static bool IsAboutSecrets(Declared declared, string field) => FieldPath.Find(declared.Table, field) is { Part: not null }
        && FieldPath.Holds(field, declared.Secret.Where(path => FieldPath.Find(declared.Table, path) is not { Secret: true }).ToHashSet());

    // Rules between fields look at numbers, flags and choices; free texts decide about nothing but themselves.
    // What stands within a record matters to rules about that record only.
    private static bool MayMatter(Declared declared, string about) => declared.Unknown.Any(
        name => declared.Table.Find(name) is null
            ? TopOf(name) == TopOf(about)
            : declared.Table.Find(name) is { } field && (field.Type != typeof(string) || field.OneOf.Count > 0 || field.Reference != ObjectKind.None));

    private static string TopOf(string path) => path.Split('.', '[')[0];
}
