using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>Header rules for Varnish: each where its type has its place, by priority.</summary>
internal static class VarnishHeaders
{
    public static void Write(VclWriter vcl, VarnishScript script, string type, VarnishPlace place)
    {
        foreach (var header in script.Version.Headers.Where(header => header.Type == type).OrderBy(header => header.Priority))
        {
            vcl.Comment($"{header.Name}, priority {VclLiteral.Number(header.Priority)}");
            Problem LeftOut(string why) => VarnishProblems.LeftOut(Header.Fields, header.Name, why);
            if (Statement(header, script, place, out var why) is not { } statement)
            {
                script.Refuse(vcl, LeftOut(why));
                continue;
            }

            string?[] conditions = [header.RequestCondition, header.CacheCondition, header.ResponseCondition];
            script.Guarded(vcl, conditions, place, LeftOut, () => IfNotSet(vcl, header, () => statement(vcl)));
        }
    }

    private static void IfNotSet(VclWriter vcl, Header header, Action statement)
    {
        if (header is { IgnoreIfSet: true, Action: not "delete" } && HeaderTarget.Of(header) is { Header: not null } target)
        {
            vcl.Block($"if (!{target.Name}) {{", statement);
        }
        else
        {
            statement();
        }
    }

    private static Action<VclWriter>? Statement(Header header, VarnishScript script, VarnishPlace place, out string why)
    {
        why = "";
        if (header is { Type: "request", Dst: "backend" })
        {
            return Backend(header, script, out why);
        }

        if (TargetOf(header) is not { } target)
        {
            why = $"Varnish has no way to change {header.Dst} there.";
            return null;
        }

        if (header.Action == "delete")
        {
            why = $"{header.Dst} cannot be removed.";
            return header.Dst.StartsWith("http.", StringComparison.OrdinalIgnoreCase) ? vcl => vcl.Line($"unset {target};") : null;
        }

        if (header is { Action: "append" } && target.EndsWith(".http.Set-Cookie", StringComparison.OrdinalIgnoreCase))
        {
            why = "Varnish itself cannot add a second header of one name.";
            return null;
        }

        return Value(header, target, script, place, out why) is { } value ? vcl => Assign(vcl, target, value) : null;
    }

    private static Action<VclWriter>? Backend(Header header, VarnishScript script, out string why)
    {
        why = $"{header.Src} is no backend or director that Varnish can reach.";
        var version = script.Version;
        if (VarnishDirectors.BackendOf(header, version) is { } backend)
        {
            return vcl => vcl.Line($"set req.backend_hint = {VclName.For(backend.Name)};");
        }

        return VarnishDirectors.Chosen(header, version) is { } director && VarnishDirectors.MembersOf(director, version).Count > 0
            ? vcl => vcl.Line($"set req.backend_hint = {VarnishDirectors.Pick(director)};") : null;
    }

    private static string? TargetOf(Header header) => HeaderTarget.Of(header) switch
    {
        { Header: { } name } target => name.Contains(':', StringComparison.Ordinal) ? null : target.Name,
        { Name: var name } when name.EndsWith(".response", StringComparison.Ordinal) => name.Replace(".response", ".reason", StringComparison.Ordinal),
        { Name: var name } when name.EndsWith(".request", StringComparison.Ordinal) => name.Replace(".request", ".method", StringComparison.Ordinal),
        { Name: "beresp.stale_if_error" or "beresp.stale_while_revalidate" or "beresp.cacheable" } => null,
        var target => target?.Name,
    };

    private static List<VarnishOperand>? Value(Header header, string target, VarnishScript script, VarnishPlace place, out string why)
    {
        var isPattern = header.Action is "regex" or "regex_repeat";
        var self = new List<VarnishOperand> { new(target) };
        SyntaxProblem? problem = null;
        var source = isPattern && header.Src.Length == 0 ? self : new VarnishExpression(script, place).Value(header.Src, out problem);
        why = problem is null ? "" : $"its source, {problem}";
        var wanted = header.Dst switch
        {
            "status" => VclType.Integer,
            "ttl" or "grace" => VclType.Rtime,
            _ => VclType.String,
        };
        source = wanted == VclType.Integer ? source?.Select(Number).ToList() : source;
        if (source is null || (wanted != VclType.String && (isPattern || header.Action == "append" || source[0].Type != wanted)))
        {
            why = why.Length > 0 ? why : $"its source is no value for {header.Dst}.";
            return null;
        }

        var (regex, with) = (VarnishLiteral.Text(header.Regex), VarnishLiteral.Text(header.Substitution));
        if (isPattern && (regex is null || with is null))
        {
            why = "a text of it fits into none of Varnish's quotes.";
            return null;
        }

        var function = header.Action == "regex" ? "regsub" : "regsuball";
        return source.Select(operand =>
            isPattern ? operand with { Text = $"{function}({operand.AsText}, {regex}, {with})", Type = VclType.String, IsSet = null }
            : header.Action == "append" ? operand with { Text = $"{target} + {operand.AsText}", Type = VclType.String, IsSet = null }
            : operand).ToList();
    }

    // A status is a text for the edge, and a number for Varnish.
    private static VarnishOperand Number(VarnishOperand operand) =>
        operand is { Type: VclType.String, Text: ['"', >= '1' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '"'] }
            ? operand with { Text = operand.Text.Trim('"'), Type = VclType.Integer } : operand;

    // The cases exclude each other, and only one may be assigned: the next test could already see the change.
    private static void Assign(VclWriter vcl, string target, List<VarnishOperand> value)
    {
        for (var at = 0; at < value.Count; at++)
        {
            var operand = value[at];
            if (operand.When is { } when)
            {
                vcl.Block($"{(at == 0 ? "if" : "elseif")} ({when}) {{", () => Assign(vcl, target, operand));
            }
            else
            {
                Assign(vcl, target, operand);
            }
        }
    }

    private static void Assign(VclWriter vcl, string target, VarnishOperand operand)
    {
        var set = $"set {target} = {(target.Contains(".http.", StringComparison.Ordinal) ? operand.AsText : operand.Text)};";
        if (operand.IsSet is { } isSet && target.Contains(".http.", StringComparison.Ordinal))
        {
            vcl.Block($"if ({isSet}) {{", () => vcl.Line(set), "} else {").Line($"    unset {target};").Line("}");
        }
        else
        {
            vcl.Line(set);
        }
    }
}
