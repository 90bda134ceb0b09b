using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// What must hold for the statement of a condition: it parses, and its types fit the moment it is evaluated at.
/// </summary>
internal static class ConditionRules
{
    private static readonly string StatementCode = Problems.BadStatement(new(new(1, 1), "")).Code;

    /// <summary>By itself: tables and ACLs may have any name, because only a version knows them.</summary>
    public static IEnumerable<Problem> Of(Condition condition) =>
        Check(condition, scope => new VclEnvironment(scope) { Tables = null, Acls = null });

    /// <summary>Within a version, what the condition by itself does not show: names the version does not have.</summary>
    public static IEnumerable<Problem> Within(Condition condition, ServiceVersion version) =>
        Of(condition).Any() ? [] : Check(condition, scope => VersionContents.Empty.EnvironmentFor(version, scope));

    /// <summary>Fastly knows more of VCL than the runtime: what the runtime cannot read may well be right there, so it is a warning.</summary>
    public static Problem At(Target target, Problem problem) => target == Target.Fastly && problem.Code == StatementCode
        ? problem with { Severity = Severity.Warning }
        : problem;

    private static IEnumerable<Problem> Check(Condition condition, Func<VclScope, VclEnvironment> environmentOf)
    {
        if (VclEnvironment.ScopeOf(condition.Type) is not { } scope)
        {
            return [];
        }

        var environment = environmentOf(scope);
        var problems = scope == VclScope.Recv
            ? ConditionParser.Parse(condition.Statement, environment).Problems
            : VclCompiler.Condition(condition.Statement, environment).Problems;
        return problems.Select(Problems.BadStatement);
    }
}
