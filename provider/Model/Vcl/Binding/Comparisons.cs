using System.Net;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// The tests that comparisons compile to. What VCL says about texts that are not set: equal to nothing, not even "", and ""
/// to a pattern.
/// </summary>
internal sealed class Comparisons(Binder binder)
{
    public Code? Bind(Node.Comparison node)
    {
        var test = node.Operator switch
        {
            TokenKind.Matches => Match(node),
            TokenKind.DoesNotMatch => Not(Match(node)),
            TokenKind.Equal => Equal(node),
            TokenKind.NotEqual => Not(Equal(node)),
            _ => Order(node),
        };
        return test is null ? null : Values.Bool(test);
    }

    private static Get<bool>? Not(Get<bool>? test) => test is null ? null : frame => !test(frame);

    private Get<bool>? Refuse(Position at, string message)
    {
        binder.Refuse(at, message);
        return null;
    }

    private Get<bool>? Equal(Node.Comparison node)
    {
        var left = binder.Bind(node.Left);
        var right = binder.Bind(node.Right);
        if (left is null || right is null)
        {
            return null;
        }

        var (first, second) = (binder.Converted(node.Left, left, right.Type), binder.Converted(node.Right, right, left.Type));
        return first is null || second is null ? null
            : first.Type != second.Type ? Refuse(node.Right.At, $"{Described(node.Left, left)} and {Described(node.Right, right)} "
                + "cannot be compared: both must be of one type.")
            : SameType(first, second);
    }

    private static string Described(Node node, Code code) => $"{Printer.Print(node)}, {Binder.Typed(code)},";

    private static Get<bool> SameType(Code left, Code right) => left.Type switch
    {
        VclType.Bool => Same<bool>(left, right),
        VclType.Integer => Same<long>(left, right),
        VclType.Float => Same<double>(left, right),
        VclType.Rtime => Same<TimeSpan>(left, right),
        VclType.Time => Same<DateTimeOffset>(left, right),
        VclType.Ip => Same<IPAddress?>(left, right),
        _ => SameText(TextCode.SpanOf(left), TextCode.SpanOf(right)),
    };

    private static Get<bool> Same<T>(Code left, Code right)
    {
        var (a, b) = (left.As<T>(), right.As<T>());
        return frame => EqualityComparer<T>.Default.Equals(a(frame), b(frame));
    }

    private static Get<bool> SameText(GetSpan left, GetSpan right) => frame =>
    {
        var a = left(frame, out var leftSet);
        var b = right(frame, out var rightSet);
        return leftSet && rightSet && a.SequenceEqual(b);
    };

    private Get<bool>? Order(Node.Comparison node)
    {
        var left = Number(node, node.Left);
        var right = Number(node, node.Right);
        if (left is not { } a || right is not { } b)
        {
            return null;
        }

        return node.Operator switch
        {
            TokenKind.Less => frame => a(frame) < b(frame),
            TokenKind.AtMost => frame => a(frame) <= b(frame),
            TokenKind.Greater => frame => a(frame) > b(frame),
            _ => frame => a(frame) >= b(frame),
        };
    }

    // Times count in seconds when they meet plain numbers.
    private Get<double>? Number(Node.Comparison node, Node side)
    {
        switch (binder.Bind(side))
        {
            case null:
                return null;
            case Code<long> whole:
                return frame => whole.Read(frame);
            case Code<double> real:
                return real.Read;
            case Code<TimeSpan> time:
                return frame => time.Read(frame).TotalSeconds;
            case var other:
                binder.Refuse(side.At, $"{Printer.Mark(node.Operator)} compares numbers, and {Printer.Print(side)} is {Binder.Typed(other)}"
                    + (other.Type == VclType.String ? ": std.atoi(…) makes a number of a text." : "."));
                return null;
        }
    }

    private Get<bool>? Match(Node.Comparison node)
    {
        var left = binder.Bind(node.Left);
        if (node.Right is Node.Name name && (left is { Type: VclType.Ip } || Lookups.IsDeclared(binder.Environment, name.Value)))
        {
            var acl = Lookups.Find(binder, name);
            return left is null || acl is null ? null
                : left.Type == VclType.Ip ? Lookups.Test(left, acl)
                : Refuse(node.Left.At, $"{Printer.Print(node.Left)} is {Binder.Typed(left)}, and an ACL matches an IP: "
                    + "std.ip(text, fallback) makes one.");
        }

        if (node.Right is not Node.Literal { Kind: TokenKind.Text } pattern)
        {
            return Refuse(node.Right.At, "a regular expression in quotes should be here.");
        }

        var regex = Pattern.Compile(pattern.Value, out var reason);
        return regex is null ? Refuse(pattern.At, reason)
            : left is null ? null
            : left.Type is not (VclType.String or VclType.Ip)
                ? Refuse(node.Left.At, $"{Printer.Print(node.Left)} is {Binder.Typed(left)}, and a regular expression matches texts.")
            : binder.KeepsCaptures ? Capture(left.Text, regex)
            : Match(TextCode.SpanOf(left), regex);
    }

    private static Get<bool> Match(GetSpan text, TimedRegex regex) => frame => Pattern.Matches(regex, text(frame, out _));

    private static Get<bool> Capture(Get<string?> text, TimedRegex regex) => frame =>
        frame.Captures is { } captures
            ? Pattern.Captures(regex, text(frame) ?? "", captures)
            : Pattern.Matches(regex, text(frame));
}
