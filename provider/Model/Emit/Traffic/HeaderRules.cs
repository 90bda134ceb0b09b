using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Compiles header rules: target, source and conditions.</summary>
internal sealed class HeaderRules(RuleConditions conditions, ServiceVersion version)
{
    private const string Request = "REQUEST", Prefetch = "PREFETCH", Cache = "CACHE", Response = "RESPONSE";

    /// <summary>null when something was refused.</summary>
    public HeaderRule? Read(Header header, VclScope scope, Action<Problem> refuse)
    {
        var refused = false;
        void Refuse(Problem problem)
        {
            refused = true;
            refuse(problem);
        }

        if (RuleTargets.Read(header, out var problem) is not { } target)
        {
            refuse(problem!); // there is no target, so there is a problem
            return null;
        }

        var guard = conditions.Guard(
            [
                ("requestCondition", header.RequestCondition, scope == VclScope.Miss ? [Request, Prefetch] : [Request]),
                ("cacheCondition", header.CacheCondition, scope == VclScope.Fetch ? [Cache] : []),
                ("responseCondition", header.ResponseCondition, scope == VclScope.Deliver ? [Response] : []),
            ],
            scope, Refuse);
        var backend = target.Part == RulePart.Backend ? Assigned(header.Src.Trim(), Refuse) : null;
        var source = backend is not null || header.Action == "delete" ? null : Source(header, target, scope, Refuse);
        return refused || guard is null ? null : new(header.Name, target, Action(header.Action), source, header.IgnoreIfSet, guard, backend);
    }

    private ValueExpression? Source(Header header, RuleTarget target, VclScope scope, Action<Problem> refuse)
    {
        var isPattern = header.Action is "regex" or "regex_repeat";
        var source = isPattern && header.Src.Trim().Length == 0 ? Own(target, scope) : header.Src;
        var environment = conditions.Environment(scope);
        var compiled = VclCompiler.Text(source, environment);
        if (!compiled.Ok)
        {
            foreach (var problem in compiled.Problems)
            {
                refuse(Problems.BadRuleSource(problem));
            }

            return null;
        }

        if (!isPattern)
        {
            return new(source, compiled.Expression);
        }

        var function = header.Action == "regex" ? "regsub" : "regsuball";
        var statement = $"{function}({source}, {Text(header.Regex)}, {Text(header.Substitution)})";
        var replaced = VclCompiler.Text(statement, environment);
        if (replaced.Ok)
        {
            return new(statement, replaced.Expression);
        }

        refuse(Problems.BadRulePattern(replaced.Problems[0]));
        return null;
    }

    // Only where settings allow hosts without a declared backend may the name be computed.
    private string? Assigned(string name, Action<Problem> refuse)
    {
        var known = ChoiceNames.Of(version);
        if (!known.Contains(name) && version.Settings.DynamicBackends.Count == 0)
        {
            refuse(Problems.RuleBackendUnknown(name, known));
        }

        return known.Contains(name) ? name : null;
    }

    // A text as VCL writes it when nothing in it is to be decoded.
    private static string Text(string text) => text.Contains("\"}", StringComparison.Ordinal) ? $"{{edge\"{text}\"edge}}" : $"{{\"{text}\"}}";

    private static string Own(RuleTarget target, VclScope scope)
    {
        var owner = scope switch { VclScope.Recv => "req", VclScope.Miss => "bereq", VclScope.Fetch => "beresp", _ => "resp" };
        return target.Part switch
        {
            RulePart.Header => $"{owner}.http.{target.Header}{(target.Field is null ? "" : ":" + target.Field)}",
            RulePart.Url => $"{owner}.url",
            RulePart.Status => $"{owner}.status",
            _ => $"{owner}.response",
        };
    }

    private static RuleAction Action(string action) => action switch
    {
        "append" => RuleAction.Append,
        "delete" => RuleAction.Delete,
        _ => RuleAction.Set,
    };
}
