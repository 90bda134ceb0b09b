using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls about the content of a dynamic snippet; they need no version and take effect in all of them.</summary>
internal sealed class SnippetRoutes(ServiceRegister services, TimeProvider clock)
{
    private readonly SharedContents _contents = new(services, ObjectKind.Snippet, SnippetContent.Fields);

    public IEnumerable<Route> All =>
    [
        new("GET", "/service/{id}/snippet/{snippet}", call => Answer.Of(_contents.Find(call.Arguments[0], call.Arguments[1]), Shown)),
        new("PUT", "/service/{id}/snippet/{snippet}", Update),
    ];

    private Answer Update(ControlCall call) => Answer.Of(
        _contents.Change(call.Arguments[0], call.Arguments[1], found =>
        {
            var edit = new ContentEdit(found, SnippetContent.Fields, Timestamp.Now(clock));
            return edit.Upsert(new SnippetContent().Name, call.Form) is { } refusal ? refusal : edit.Done;
        }),
        Shown);

    private static Answer Shown(OwnedContent found) => Answer.Json(json => Answer.Object(json, () =>
    {
        var stored = found.Content.Items is [var only] ? only : null;
        json.WriteString("content", stored?.Record is SnippetContent { Content: var content } ? content : "");
        json.WriteString("snippet_id", found.Content.Id);
        json.WriteString("service_id", found.Service.Id);
        json.WriteString("created_at", Timestamp.Write(found.Owner.Created));
        json.WriteString("updated_at", Timestamp.Write(stored?.Updated ?? found.Owner.Updated));
    }));
}
