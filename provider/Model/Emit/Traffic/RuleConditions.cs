using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Finds the conditions rules name, and compiles them for the moment the rule is followed at.</summary>
internal sealed class RuleConditions(ServiceVersion version, Func<VclScope, VclEnvironment> environmentOf)
{
    private readonly Dictionary<VclScope, VclEnvironment> _environments = [];

    public Condition? Find(string? name) =>
        string.IsNullOrEmpty(name) ? null : version.Conditions.FirstOrDefault(condition => condition.Name == name);

    /// <summary>One environment for each moment: making one reads every table of the version.</summary>
    public VclEnvironment Environment(VclScope scope) =>
        _environments.TryGetValue(scope, out var known) ? known : _environments[scope] = environmentOf(scope);

    /// <summary>null when one cannot be asked. That it is missing or of a wrong type is <see cref="ReferenceRules"/>' to tell.</summary>
    /// <param name="named">The property, the name in it (or none), and the types of condition it may name.</param>
    public RuleGuard? Guard(
        ReadOnlySpan<(string Property, string? Name, string[] Types)> named, VclScope scope, Action<Problem> refuse)
    {
        var conditions = new List<ConditionExpression>();
        foreach (var (property, name, types) in named)
        {
            if (string.IsNullOrEmpty(name))
            {
                continue;
            }

            if (Read(property, name, types, scope, refuse) is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
        }

        return conditions.Count == 0 ? RuleGuard.Always : new(conditions.ToValueList());
    }

    private ConditionExpression? Read(string property, string name, string[] types, VclScope scope, Action<Problem> refuse)
    {
        if (Find(name) is not { } condition)
        {
            return null;
        }

        if (!types.Contains(condition.Type))
        {
            if (types.Length == 0)
            {
                refuse(Problems.RuleConditionNotAsked(property, name));
            }

            return null;
        }

        var compiled = VclCompiler.Condition(condition.Statement, Environment(scope));
        if (compiled.Ok)
        {
            return new(condition.Statement, compiled.Expression) { Name = condition.Name };
        }

        // What is wrong with the condition by itself is told there.
        if (!ConditionRules.Within(condition, version).Any())
        {
            refuse(Problems.RuleConditionSees(property, name, compiled.Problems[0]));
        }

        return null;
    }
}
