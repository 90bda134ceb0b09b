using System.Text.Json.Nodes;
using EdgeInfra.Model;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Edge.Proxy.Explaining;

/// <summary>Looks on while a request is decided, and notes what was asked and what came of it. Requests that are served have none.</summary>
internal sealed class DecisionPath
{
    public JsonArray Conditions { get; } = [];

    public JsonArray Rules { get; } = [];

    /// <summary>What the cache would be asked; null where nothing is cached.</summary>
    public JsonObject? Cache { get; set; }

    /// <summary>Set when the request was to go to an origin that has a shield.</summary>
    public JsonObject? Shield { get; set; }

    /// <summary>Set when the request was to go to an origin.</summary>
    public JsonObject? Origin { get; set; }

    /// <summary>Call it at the moment the backend is chosen by them: later, rules may have changed what they look at.</summary>
    public void Saw(BackendChoice choice, EdgeRequest request)
    {
        foreach (var condition in choice.Conditional)
        {
            Conditions.Add(new JsonObject
            {
                ["name"] = condition.Condition,
                ["statement"] = condition.When.Statement,
                ["priority"] = condition.Priority,
                ["holds"] = condition.When.Holds(request),
                ["backend"] = condition.Origins[0].Origin.Name,
            });
        }
    }

    /// <summary>Asks the rule's conditions as serving does: in order, up to the first that does not hold. Tells whether all do.</summary>
    public bool Saw(string kind, string? name, RuleGuard guard, in VclFrame frame)
    {
        var (conditions, held) = (new JsonArray(), true);
        foreach (var condition in guard.Conditions)
        {
            bool? holds = held ? condition.Holds(frame) : null;
            held &= holds ?? false;
            conditions.Add(new JsonObject { ["name"] = condition.Name, ["statement"] = condition.Statement, ["holds"] = holds });
        }

        Rules.Add(new JsonObject { ["kind"] = kind, ["name"] = name, ["conditions"] = conditions, ["followed"] = held });
        return held;
    }
}
