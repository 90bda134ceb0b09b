using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Plugin.Records;

namespace EdgeInfra.Plugin.Versions;

/// <summary>
/// The model's rules for whole versions, asked of a manifest: what can already be said although parts are unknown.
/// </summary>
internal static class ManifestRules
{
    private static readonly ImmutableHashSet<string> AboutLists = [Problems.NoDomain().Code, Problems.NoBackend().Code];
    private static readonly ImmutableHashSet<string> AboutDefaults =
        [Problems.SeveralDefaults([], "").Code, Problems.NoDefault("").Code];

    private static readonly string StatementCode = Problems.BadStatement(new(new(1, 1), "")).Code;

    /// <param name="told">Paths of which something is known to be wrong already.</param>
    public static IEnumerable<(Severity Severity, Failure Failure)> Check(Manifest manifest, IReadOnlySet<string> told, Target target) =>
        from problem in VersionRules.Check(manifest.Version, target)
        let place = ManifestPlace.Of(manifest, problem.Path)
        where Holds(manifest, place, problem) && !told.Contains(place.WirePath)
        let message = place.Item is { } item
            ? DeclarationRules.Message(item.Secret, place.Field, problem.Message)
            : problem.Message
        select (problem.Severity, new Failure(place.WirePath, $"{problem.Path} {message}"));

    private static bool Holds(Manifest manifest, ManifestPlace place, Problem problem)
    {
        if (place.Item is null)
        {
            return AboutDefaults.Contains(problem.Code) ? DefaultsKnown(manifest)
                : !AboutLists.Contains(problem.Code)
                    || manifest.Lists.Single(list => list.Table.ListName == problem.Path).NamesKnown;
        }

        if (problem.Code == StatementCode && !AreTablesKnown(manifest))
        {
            // It may be about a dictionary or an ACL that is still to come, unless the statement is wrong by itself.
            return RecordRules.Check(place.Item.Table, place.Item.Record).Any(by => by.Code == StatementCode)
                && DeclarationRules.Holds(place.Item, place.Field, problem);
        }

        return place.Field.Length == 0
            || (place.Item.Table.Kind == ObjectKind.Director && place.Field == "backends"
                ? !place.Item.Unknown.Contains("backends") && manifest.Of(ObjectKind.Backend).NamesKnown
                : place.Item.Table.Find(place.Field)?.Reference is { } kind and not ObjectKind.None
                ? !place.Item.Unknown.Contains(place.Field) && IsSettled(manifest.Of(kind), place.Item, place.Field)
                : DeclarationRules.Holds(place.Item, place.Field, problem));
    }

    private static bool AreTablesKnown(Manifest manifest) =>
        manifest.Of(ObjectKind.Dictionary).NamesKnown && manifest.Of(ObjectKind.Acl).NamesKnown;

    private static bool DefaultsKnown(Manifest manifest) => manifest.Of(ObjectKind.Backend) is { NamesKnown: true } backends
        && backends.Known.All(
            backend => !backend.Unknown.Contains("requestCondition") && !backend.Unknown.Contains("autoLoadbalance"));

    // A name is missing only when all names are known, and of the wrong type only when its type is.
    private static bool IsSettled(ManifestList list, Declared referring, string field)
    {
        var name = referring.Table.ValueOf(referring.Record, referring.Table.Find(field)!) as string;
        var target = list.Known.FirstOrDefault(item => item.Name == name);
        return target is null ? list.NamesKnown : !target.Unknown.Contains("type");
    }
}
