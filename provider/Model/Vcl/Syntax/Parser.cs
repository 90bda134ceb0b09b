namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Reads one expression. What it does not know it refuses with the place, it never guesses: <c>!</c> takes a bare operand or
/// parentheses, because VCL dialects disagree on <c>!a == b</c>.
/// </summary>
internal sealed class Parser
{
    // Far beyond any real expression, far below what would exhaust the stack.
    private const int MaxDepth = 100;
    private const int MaxLength = 16_000;

    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;
    private SyntaxProblem? _problem;

    private Parser(string statement) => _tokens = Lexer.Read(statement);

    private Token Current => _tokens[_at];

    /// <summary>The expression, or null and why there is none.</summary>
    public static Node? Parse(string statement, out SyntaxProblem? problem)
    {
        if (statement.Length > MaxLength)
        {
            problem = new(new(1, MaxLength + 1), $"an expression has at most {MaxLength} characters.");
            return null;
        }

        var parser = new Parser(statement);
        var node = parser.Either();
        if (node is not null && parser.Current.Kind != TokenKind.End)
        {
            node = parser.Fail(parser.Current, parser.Current.Kind == TokenKind.Close
                ? "this ) closes nothing."
                : "the expression should have ended here, or gone on with && or ||.");
        }

        problem = parser._problem;
        return node;
    }

    private Node? Either() => Chain(TokenKind.Or, Both);

    private Node? Both() => Chain(TokenKind.And, Single);

    private Node? Chain(TokenKind mark, Func<Node?> next)
    {
        var start = Current.At;
        var first = next();
        if (first is null || Current.Kind != mark)
        {
            return first;
        }

        var parts = new List<Node> { first };
        while (Take(mark))
        {
            if (next() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return new Node.Logic(start, mark == TokenKind.And, parts);
    }

    private Node? Single()
    {
        var start = Current;
        if (++_depth > MaxDepth)
        {
            return Fail(start, $"this is nested deeper than {MaxDepth} levels.");
        }

        var node = Take(TokenKind.Not) ? Negated(start) : Take(TokenKind.Open) ? Grouped(start) : Compared();
        _depth--;
        return node;
    }

    private Node? Negated(Token not) => Single() switch
    {
        null => null,
        Node.Comparison or Node.Joined =>
            Fail(not, "put what ! denies in parentheses: !(a == b); or write a != b, a !~ b."),
        var denied => new Node.Not(not.At, denied),
    };

    private Node? Grouped(Token open) => Either() is not { } inner ? null
        : Take(TokenKind.Close) ? new Node.Group(open.At, inner)
        : Current.Kind == TokenKind.End ? Fail(open, "this ( is never closed.")
        : Fail(Current, "a ) should be here, or && or ||.");

    private Node? Compared()
    {
        var start = Current;
        if (Take(TokenKind.Truth))
        {
            return new Node.Literal(start.At, TokenKind.Truth, start.Text);
        }

        var left = Joined();
        var mark = Current;
        if (left is null || mark.Kind is < TokenKind.Equal or > TokenKind.AtLeast)
        {
            return left;
        }

        _at++;
        return Joined() is { } right ? new Node.Comparison(start.At, mark.Kind, mark.At, left, right) : null;
    }

    private Node? Joined()
    {
        var start = Current.At;
        if (Operand() is not { } first)
        {
            return null;
        }

        var parts = new List<Node> { first };
        while (Take(TokenKind.Plus) || Current.Kind is TokenKind.Text or TokenKind.Name)
        {
            if (Operand() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.Count == 1 ? first : new Node.Joined(start, parts);
    }

    private Node? Operand()
    {
        var token = Current;
        _at = Math.Min(_at + 1, _tokens.Count - 1);
        switch (token.Kind)
        {
            case TokenKind.Text or TokenKind.Integer or TokenKind.Float or TokenKind.RelativeTime or TokenKind.Truth:
                return new Node.Literal(token.At, token.Kind, token.Text);
            case TokenKind.Minus when Current.Kind is TokenKind.Integer or TokenKind.Float or TokenKind.RelativeTime:
                var number = Current;
                _at++;
                return new Node.Literal(token.At, number.Kind, "-" + number.Text);
            case TokenKind.Name:
                return Take(TokenKind.Open) ? Called(token) : new Node.Name(token.At, token.Text);
            case TokenKind.End:
                return Fail(token, "a variable or a text is missing at the end.");
            case TokenKind.Open:
                return Fail(token, "parentheses hold conditions, not texts or numbers.");
            default:
                return Fail(token, "a variable such as req.url, a number, or a text in quotes should be here.");
        }
    }

    private Node? Called(Token name)
    {
        var arguments = new List<Node>();
        while (!Take(TokenKind.Close))
        {
            if (arguments.Count > 0 && !Take(TokenKind.Comma))
            {
                return Fail(Current, $"a , or a ) should be here, in the arguments of {name.Text}.");
            }

            if (Either() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return name.Text != "if" ? new Node.Call(name.At, name.Text, arguments)
            : arguments is [var condition, var then, var otherwise] ? new Node.If(name.At, condition, then, otherwise)
            : Fail(name, "if takes a condition and two values: if(req.http.A, \"yes\", \"no\").");
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

    // Only the first problem counts: what follows it is mostly its consequence. An unreadable character explains itself.
    private Node? Fail(Token token, string message)
    {
        _problem ??= new(token.At, token.Kind == TokenKind.Invalid ? token.Text : message);
        return null;
    }
}
