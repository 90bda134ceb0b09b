using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// What must hold for the statement of a condition: it parses, and its types fit the moment it is evaluated at.
/// </summary>
internal static class ConditionRules
{
    /// <summary>By itself: tables and ACLs may have any name, because only a version knows them.</summary>
    public static IEnumerable<Problem> Of(Condition condition) => Check(condition, anyName: true);

    /// <summary>Within a version, what the condition by itself does not show: names the version does not have.</summary>
    public static IEnumerable<Problem> Within(Condition condition) => Of(condition).Any() ? [] : Check(condition, anyName: false);

    private static IEnumerable<Problem> Check(Condition condition, bool anyName)
    {
        if (VclEnvironment.ScopeOf(condition.Type) is not { } scope)
        {
            return [];
        }

        var environment = new VclEnvironment(scope);
        environment = anyName ? environment with { Tables = null, Acls = null } : environment;
        var problems = scope == VclScope.Recv
            ? ConditionParser.Parse(condition.Statement, environment).Problems
            : VclCompiler.Condition(condition.Statement, environment).Problems;
        return problems.Select(Problems.BadStatement);
    }
}
