namespace EdgeInfra.Model;

/// <summary>
/// A condition of Fastly's dialect in Varnish's. Varnish takes a header that is not set for "" where the edge says that it
/// equals nothing, so each comparison asks for the header first.
/// </summary>
internal sealed class VarnishCondition
{
    private readonly List<Piece> _pieces;
    private readonly List<string> _written = [];
    private int _at;
    private (Piece Where, string Why)? _problem;

    private VarnishCondition(string statement) => _pieces = PieceReader.Cut(statement);

    private Piece Current => _pieces[_at];

    /// <summary>The expression, or null and what stands in its way.</summary>
    public static string? Translate(string statement, out (Piece Where, string Why) problem)
    {
        var condition = new VarnishCondition(statement);
        while (condition._problem is null && condition.Current.Kind != PieceKind.End)
        {
            condition.Part();
        }

        problem = condition._problem ?? default;
        return condition._problem is null ? string.Join(' ', condition._written) : null;
    }

    private void Part()
    {
        var piece = Current;
        if (piece.Kind == PieceKind.Sign && piece.Text is "(" or ")" or "!" or "&&" or "||")
        {
            _written.Add(piece.Text);
            _at++;
        }
        else if (piece.Kind == PieceKind.Name && piece.Text is "true" or "false")
        {
            _written.Add($"({piece.Text})"); // Varnish takes no bare constant after a !
            _at++;
        }
        else if (Operand() is { } left)
        {
            Compared(left);
        }
    }

    private void Compared(VarnishOperand left)
    {
        var sign = Current;
        if (sign.Kind != PieceKind.Sign || sign.Text is not ("==" or "!=" or "~" or "!~"))
        {
            _written.Add(left.IsSet ?? "(true)");
            return;
        }

        _at++;
        if (sign.Text is "~" or "!~")
        {
            _written.Add($"({left.Text} {sign.Text} {Pattern(left)})");
        }
        else if (Operand() is { } right)
        {
            _written.Add((sign.Text == "!=" ? "!" : "") + VarnishOperand.Equal(left, right));
        }
    }

    private string Pattern(VarnishOperand left)
    {
        var piece = Current;
        if (piece.Kind != PieceKind.Text || left.IsAddress)
        {
            Refuse(piece, left.IsAddress
                ? "addresses are only compared with == here."
                : "a regular expression in quotes should be here.");
            return "";
        }

        return Operand()?.Text ?? "";
    }

    private VarnishOperand? Operand()
    {
        var piece = Current;
        _at++;
        if (piece.Kind == PieceKind.Text)
        {
            return VarnishLiteral.Text(piece.Text) is { } text ? new(text) { Literal = piece.Text }
                : Refuse(piece, "this text fits into none of its quotes.");
        }

        return piece.Kind == PieceKind.Name && !Current.Is("(") && VarnishOperand.Named(piece.Text) is { } named ? named
            : Refuse(piece, piece.Kind == PieceKind.Invalid ? piece.Text : $"{piece.Text} is not translated.");
    }

    private VarnishOperand? Refuse(Piece piece, string why)
    {
        _problem ??= (piece, why);
        return null;
    }
}
