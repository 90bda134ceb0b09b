using System.Net;

namespace EdgeInfra.Model;

/// <summary>
/// Reads the boolean expressions of VCL that step by step grow toward the whole language. What it does not know it refuses with
/// the column, it never guesses: <c>!</c> takes a bare operand or parentheses, because VCL dialects disagree on <c>!a == b</c>.
/// </summary>
public sealed class ConditionParser
{
    // Far beyond any real condition, far below what would exhaust the stack.
    private const int MaxDepth = 100;
    private const int MaxLength = 16_000;

    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;
    private SyntaxProblem? _problem;

    private ConditionParser(string statement) => _tokens = Lexer.Read(statement);

    private Token Current => _tokens[_at];

    public static ParsedCondition Parse(string statement)
    {
        if (statement.Length > MaxLength)
        {
            return new(new SyntaxProblem(MaxLength + 1, $"a condition has at most {MaxLength} characters."));
        }

        var parser = new ConditionParser(statement);
        var test = parser.Either();
        if (test is not null && parser.Current.Kind != TokenKind.End)
        {
            parser.Fail(parser.Current, parser.Current.Kind == TokenKind.Close
                ? "this ) closes nothing."
                : "the expression should have ended here, or gone on with && or ||.");
        }

        // No problem, so there is a test.
        return parser._problem is { } problem ? new(problem) : new(new ConditionExpression(statement, test!));
    }

    private Test? Either()
    {
        var left = Both();
        while (left is not null && Take(TokenKind.Or))
        {
            left = Both() is { } right ? Comparison.Or(left, right) : null;
        }

        return left;
    }

    private Test? Both()
    {
        var left = Single();
        while (left is not null && Take(TokenKind.And))
        {
            left = Single() is { } right ? Comparison.And(left, right) : null;
        }

        return left;
    }

    private Test? Single()
    {
        var start = Current;
        if (++_depth > MaxDepth)
        {
            return Fail(start, $"this is nested deeper than {MaxDepth} levels.");
        }

        var test = Take(TokenKind.Not) ? Negated(start) : Take(TokenKind.Open) ? Grouped(start) : Compared();
        _depth--;
        return test;
    }

    private Test? Negated(Token not)
    {
        var first = _at;
        if (Single() is not { } denied)
        {
            return null;
        }

        var isComparison = _tokens[first].Kind is TokenKind.Name or TokenKind.Text && _at > first + 1;
        return isComparison
            ? Fail(not, "put what ! denies in parentheses: !(a == b); or write a != b, a !~ b.")
            : Comparison.Not(denied);
    }

    private Test? Grouped(Token open)
    {
        var test = Either();
        return test is null || Take(TokenKind.Close) ? test
            : Current.Kind == TokenKind.End ? Fail(open, "this ( is never closed.")
            : Fail(Current, "a ) should be here, or && or ||.");
    }

    private Test? Compared()
    {
        var start = Current;
        if (start is { Kind: TokenKind.Name, Text: "true" or "false" })
        {
            _at++;
            return start.Text == "true" ? _ => true : _ => false;
        }

        if (Operand() is not { } left)
        {
            return null;
        }

        var mark = Current;
        return mark.Kind switch
        {
            TokenKind.Equal => AreEqual(left),
            TokenKind.NotEqual => AreEqual(left) is { } equal ? Comparison.Not(equal) : null,
            TokenKind.Matches => Match(left),
            TokenKind.DoesNotMatch => Match(left) is { } match ? Comparison.Not(match) : null,
            TokenKind.Text or TokenKind.Name => Fail(
                mark, "joining texts is not supported yet; an operator should be here: ==, !=, ~ or !~."),
            _ when left.IsAddress => Fail(start, "client.ip alone is neither true nor false: compare it with ==."),
            _ => Comparison.IsSet(left),
        };
    }

    private Test? AreEqual(Operand left)
    {
        _at++;
        var token = Current;
        if (Operand() is not { } right)
        {
            return null;
        }

        if (!left.IsAddress || right.Literal is not { } text)
        {
            return Comparison.Equal(left, right);
        }

        return IPAddress.TryParse(text, out var address)
            ? Comparison.Equal(left, Model.Operand.Text(address.ToString()))
            : Fail(token, $"\"{text}\" is not an IP address.");
    }

    private Test? Match(Operand left)
    {
        var mark = Current;
        _at++;
        var token = Current;
        if (left.IsAddress)
        {
            return Fail(mark, "matching client.ip against an ACL is not supported yet: compare it with ==.");
        }

        if (token.Kind != TokenKind.Text)
        {
            return Fail(token, "a regular expression in quotes should be here.");
        }

        _at++;
        return Pattern.Compile(token.Text, out var reason) is { } pattern
            ? Comparison.Matches(left, pattern)
            : Fail(token, reason);
    }

    private Operand? Operand()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                _at++;
                return Model.Operand.Text(token.Text);
            case TokenKind.Name when token.Text is "true" or "false":
                Fail(token, $"{token.Text} cannot be compared: write the condition itself, or ! and the condition.");
                return null;
            case TokenKind.Name:
                _at++;
                var operand = Current.Kind == TokenKind.Open
                    ? null
                    : Variables.Find(token.Text, out var reason) ?? Refuse(token, reason);
                return operand ?? Refuse(token, "functions are not supported yet.");
            case TokenKind.End:
                return Refuse(token, "a variable or a text is missing at the end.");
            default:
                return Refuse(token, "a variable such as req.url or a text in quotes should be here.");
        }
    }

    private bool Take(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        _at++;
        return true;
    }

    private Operand? Refuse(Token token, string message)
    {
        Fail(token, message);
        return null;
    }

    // Only the first problem counts: what follows it is mostly its consequence. An unreadable character explains itself.
    private Test? Fail(Token token, string message)
    {
        _problem ??= new(token.Column, token.Kind == TokenKind.Invalid ? token.Text : message);
        return null;
    }
}
