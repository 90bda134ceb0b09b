using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>The content of a dynamic snippet belongs to the service: it is taken out of the version it was created in.</summary>
internal static class DynamicSnippets
{
    public static ServiceState With(ServiceState service, VersionState draft)
    {
        var given = draft.Objects.Where(stored => stored.Record is Snippet { Dynamic: true, Content: not null }).ToHashSet();
        if (given.Count == 0)
        {
            return service.With(draft);
        }

        var contents = given.Select(stored => new Content(ObjectKind.SnippetContent, stored.Id!)
        {
            Items = [new(ObjectKind.SnippetContent, new SnippetContent { Content = ((Snippet)stored.Record).Content! }, stored.Created, stored.Updated)],
            Updated = stored.Updated,
        });
        var emptied = draft.Objects.Select(stored =>
            given.Contains(stored) ? stored with { Record = (Snippet)stored.Record with { Content = null } } : stored);
        return service.With(draft with { Objects = emptied.ToValueList() }) with { Contents = [.. service.Contents, .. contents] };
    }

    /// <summary>Why an update of a snippet in a version is not possible, or null.</summary>
    public static Refusal? Refuse(INamed before, object after) => (before, after) switch
    {
        (Snippet { Dynamic: var was }, Snippet { Dynamic: var now }) when was != now =>
            Refusals.BadRequest("dynamic cannot be changed: create another snippet"),
        (Snippet { Dynamic: true }, Snippet { Content: not null }) =>
            Refusals.BadRequest("The content of a dynamic snippet does not belong to a version: change it at /service/{id}/snippet/{snippet id}"),
        _ => null,
    };
}
