using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Which type a condition must have for the field that names it: its statement is read at that moment of a request.</summary>
internal static class ConditionTypes
{
    private static readonly Dictionary<string, string> Wanted = new()
    {
        ["request_condition"] = "REQUEST", ["cache_condition"] = "CACHE", ["response_condition"] = "RESPONSE",
    };

    /// <summary>Why that condition cannot stand there, or null. Backends are left to activation, as at Fastly.</summary>
    public static Failure? Refuse(ObjectKind kind, Field field, StoredObject condition) =>
        kind != ObjectKind.Backend && condition.Record is Condition { Type: var type } && Wanted.TryGetValue(field.WireName, out var wanted) && type != wanted
            ? new Failure(field.Name, $"names the condition \"{condition.Name}\" of type {type}, but must name one of type {wanted}.")
            : null;
}
