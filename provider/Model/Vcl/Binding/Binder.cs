using System.Net;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Gives every name its meaning and every part its type, and compiles it. Where something is wrong it notes the problem and
/// goes on, so that all are found at once; the part is null then.
/// </summary>
internal sealed class Binder(VclEnvironment environment, bool keepsCaptures)
{
    public List<SyntaxProblem> Problems { get; } = [];

    public VclEnvironment Environment { get; } = environment;

    public bool KeepsCaptures { get; } = keepsCaptures;

    /// <summary>Notes the problem; the null is for the caller to pass on.</summary>
    public Code? Refuse(Position at, string message)
    {
        Problems.Add(new(at, message));
        return null;
    }

    public Code? Bind(Node node) => node switch
    {
        Node.Literal literal => Values.Of(literal) ?? Refuse(literal.At, $"{literal.Value} is too large."),
        Node.Name name => Variable(name),
        Node.Call call => Functions.Bind(this, call),
        Node.If choice => Choice(choice),
        Node.Joined joined => Joined(joined),
        Node.Comparison comparison => new Comparisons(this).Bind(comparison),
        _ => Condition(node) is { } condition ? Values.Bool(condition) : null,
    };

    /// <summary>What may stand in an if: a BOOL, or a text, which holds when it is set.</summary>
    public Get<bool>? Condition(Node node) => node switch
    {
        Node.Group group => Condition(group.Inner),
        Node.Not not => Condition(not.Denied) is { } denied ? frame => !denied(frame) : null,
        Node.Logic logic => Logic(logic),
        _ => Truth(node),
    };

    public Code? Text(Node node)
    {
        var code = Bind(node);
        return code is null or { Type: VclType.String } || code.Literal is null ? code : Refuse(node.At,
            $"{Printer.Print(node)} is {Typed(code)}, and a text is needed: literals become texts in quotes only.");
    }

    /// <summary><c>an INTEGER</c>: for messages.</summary>
    public static string Typed(Code code) => Typed(code.Type);

    public static string Typed(VclType type) => $"{(type is VclType.Integer or VclType.Ip ? "an" : "a")} {Values.Name(type)}";

    /// <summary>The literal as another type, where VCL reads it as one: an address in quotes.</summary>
    public Code? Converted(Node node, Code code, VclType wanted)
    {
        if (wanted != VclType.Ip || code.Literal is not { Kind: TokenKind.Text, Value: var text })
        {
            return code;
        }

        return IPAddress.TryParse(text, out var address)
            ? Values.Ip(_ => address)
            : Refuse(node.At, $"\"{text}\" is not an IP address.");
    }

    private Get<bool>? Logic(Node.Logic logic)
    {
        var parts = logic.Parts.Select(Condition).ToList();
        if (parts.Contains(null))
        {
            return null;
        }

        // Flat, so that a long chain needs no deep stack. It stops at the first part that decides.
        var tests = parts.OfType<Get<bool>>().ToArray();
        var decisive = !logic.IsAnd;
        return frame =>
        {
            foreach (var test in tests)
            {
                if (test(frame) == decisive)
                {
                    return decisive;
                }
            }

            return !decisive;
        };
    }

    private Get<bool>? Truth(Node node)
    {
        var code = Bind(node);
        switch (code)
        {
            case null:
                return null;
            case { Type: VclType.Bool }:
                return code.As<bool>();
            case TextCode { Literal: null } text when node is not Node.Joined:
                var span = text.Span;
                return frame =>
                {
                    span(frame, out var isSet);
                    return isSet;
                };
            default:
                Refuse(node.At, $"{Printer.Print(node)} alone is neither true nor false, it is {Typed(code)}: compare it with ==.");
                return null;
        }
    }

    private Code? Variable(Node.Name name)
    {
        var scope = Environment.Scope;
        if (Variables.Find(name.Value) is not { } variable)
        {
            var known = Variables.Names(scope).ToList();
            var hint = Nearest.Hint(name.Value, known.Concat(Variables.Prefixes(scope)));
            return Refuse(name.At, $"{name.Value} is not supported.{hint} There are {string.Join(", ", known)} and "
                + $"{string.Join(", ", Variables.Prefixes(scope).Select(prefix => prefix + "NAME"))}, where NAME holds letters, digits, - and _.");
        }

        return !variable.Scopes.HasFlag(scope) ? Refuse(name.At, $"{name.Value} {Scopes.NotHere(variable.Scopes, scope)}")
            : (variable.View & ~Environment.Views) != 0
                ? Refuse(name.At, $"{name.Value} is not supported yet where this expression is used: the runtime does not know it there.")
            : variable.Code(Environment);
    }

    private Code? Choice(Node.If choice)
    {
        var condition = Condition(choice.Condition);
        var (then, otherwise) = (Bind(choice.Then), Bind(choice.Otherwise));
        if (condition is null || then is null || otherwise is null)
        {
            return null;
        }

        return then.Type != otherwise.Type
            ? Refuse(choice.Otherwise.At, $"if yields {Typed(then)} or {Typed(otherwise)}: both must be of one type.")
            : Chosen(condition, then, otherwise);
    }

    private static Code Chosen(Get<bool> condition, Code then, Code otherwise) => then.Type switch
    {
        VclType.Bool => Values.Bool(Pick<bool>(condition, then, otherwise)),
        VclType.Integer => Values.Integer(Pick<long>(condition, then, otherwise)),
        VclType.Float => Values.Float(Pick<double>(condition, then, otherwise)),
        VclType.Rtime => Values.Rtime(Pick<TimeSpan>(condition, then, otherwise)),
        VclType.Time => Values.Time(Pick<DateTimeOffset>(condition, then, otherwise)),
        VclType.Ip => Values.Ip(Pick<IPAddress?>(condition, then, otherwise)),
        _ => new TextCode(Text(condition, then.Text, otherwise.Text)),
    };

    private static Get<T> Pick<T>(Get<bool> condition, Code then, Code otherwise)
    {
        var (yes, no) = (then.As<T>(), otherwise.As<T>());
        return frame => condition(frame) ? yes(frame) : no(frame);
    }

    private static Get<string?> Text(Get<bool> condition, Get<string?> yes, Get<string?> no) =>
        frame => condition(frame) ? yes(frame) : no(frame);

    // What is not set adds nothing.
    private Code? Joined(Node.Joined joined)
    {
        var parts = joined.Parts.Select(Text).ToList();
        if (parts.Contains(null))
        {
            return null;
        }

        var texts = parts.Select(part => part!.Text).ToArray(); // none is null: seen above
        return new TextCode(frame =>
        {
            var values = new string?[texts.Length];
            for (var i = 0; i < texts.Length; i++)
            {
                values[i] = texts[i](frame);
            }

            return string.Concat(values);
        });
    }
}
