using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// Reads conditions of type REQUEST: VCL's boolean expressions as far as they can be answered from a request and its
/// connection.
/// </summary>
public static class ConditionParser
{
    private const VclViews Views = VclViews.Request | VclViews.Connection;

    private static readonly VclEnvironment Usual = new(VclScope.Recv) { Views = Views };

    public static ParsedCondition Parse(string statement) => Parse(statement, Usual);

    /// <summary>
    /// With the tables, ACLs, clock and dice of that environment; its scope and views are those of a request, whatever it says.
    /// </summary>
    public static ParsedCondition Parse(string statement, VclEnvironment environment)
    {
        var compiled = VclCompiler.Condition(statement, environment with { Scope = VclScope.Recv, Views = Views });
        return compiled.Ok ? new(new ConditionExpression(statement, compiled.Expression)) : new(compiled.Problems);
    }
}
