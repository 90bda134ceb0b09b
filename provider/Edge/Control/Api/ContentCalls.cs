using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Calls that change what belongs to no version: the items of a dictionary, the entries of an ACL.</summary>
/// <remarks>Their first two arguments are the service and the owner's id, the third names the item.</remarks>
internal sealed class ContentCalls(SharedContents contents, IFieldTable items, TimeProvider clock)
{
    public Answer Delete(ControlCall call) => Answer.Of(
        contents.Change(call.Arguments[0], call.Arguments[1], found =>
        {
            var edit = Edit(found);
            return edit.Delete(call.Arguments[2]) is { } refusal ? refusal : edit.Done;
        }),
        _ => Answer.Ok);

    /// <summary>All of a batch or nothing.</summary>
    /// <param name="list">The field of the body that holds the batch.</param>
    /// <param name="key">What names an item in it.</param>
    public Answer ChangeAll(ControlCall call, string list, string key) => Answer.Of(
        contents.Change(call.Arguments[0], call.Arguments[1], found =>
            Batch.Apply(Edit(found), list, call.Form.FirstOrDefault(pair => pair.Key == list).Value, key)),
        _ => Answer.Ok);

    /// <summary>Changes one item, and answers with what it is then.</summary>
    public Answer Change(ControlCall call, Func<ContentEdit, Refusal?> change, Func<OwnedContent, StoredObject, Answer> answer)
    {
        StoredObject? changed = null;
        var outcome = contents.Change(call.Arguments[0], call.Arguments[1], found =>
        {
            var edit = Edit(found);
            var refusal = change(edit);
            changed = edit.Latest;
            return refusal is null ? edit.Done : refusal;
        });
        return Answer.Of(outcome, found => answer(found, changed!)); // without a refusal something was changed
    }

    private ContentEdit Edit(OwnedContent found) => new(found, items, Timestamp.Now(clock));
}
