using System.Text.Json;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

using Form = IReadOnlyCollection<KeyValuePair<string, string>>;

/// <summary>Many changes of one content in one call: <c>[{"op":"create",…},…]</c>.</summary>
internal static class Batch
{
    private const int Limit = 1_000; // Fastly's

    /// <summary>Every change, in order, or the refusal of the first one that is not possible.</summary>
    public static Decided<Content> Apply(ContentEdit edit, string name, string? json, string key)
    {
        var changes = Read(name, json);
        return changes.Then<Content>(list =>
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (One(edit, list[i], key) is { } refusal)
                {
                    return refusal with { Detail = $"{name}[{i}]: {refusal.Detail}" };
                }
            }

            return edit.Done;
        });
    }

    private static Refusal? One(ContentEdit edit, Form change, string key) => (Text(change, "op"), Text(change, key)) switch
    {
        ("create", _) => edit.Create(change),
        ("update", { } found) => edit.Update(found, change),
        ("upsert", { } found) => edit.Upsert(found, change),
        ("delete", { } found) => edit.Delete(found),
        ("update" or "upsert" or "delete", null) => Refusals.BadRequest($"{key} is required: give it a value."),
        (null, _) => Refusals.BadRequest("op is required: it must be one of create, update, upsert, delete."),
        var (op, _) => Refusals.BadRequest($"op is \"{op}\", but must be one of create, update, upsert, delete."),
    };

    private static Decided<IReadOnlyList<Form>> Read(string name, string? json)
    {
        var wrong = Refusals.BadRequest($"{name} must be a JSON array of objects");
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Array || root.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
            {
                return wrong;
            }

            return root.GetArrayLength() > Limit
                ? Refusals.BadRequest($"{name} has {root.GetArrayLength()} changes, but may have {Limit} at most")
                : new Decided<IReadOnlyList<Form>>([.. root.EnumerateArray().Select(item => (Form)WireForm.FromJson(item))], null);
        }
        catch (JsonException)
        {
            return wrong;
        }
    }

    private static string? Text(Form change, string name) => change.FirstOrDefault(pair => pair.Key == name).Value;
}
