namespace EdgeInfra.Model;

/// <summary>Finds the declarations in VCL text. After a mistake it goes on with the next property, to find them all.</summary>
internal sealed class DeclarationReader
{
    private readonly List<Piece> _pieces;
    private readonly List<DeclarationProblem> _problems;
    private int _at;

    private DeclarationReader(string text, List<DeclarationProblem> problems) =>
        (_pieces, _problems) = (PieceReader.Cut(text), problems);

    private Piece Current => _pieces[_at];

    private bool IsOver => Current.Kind is PieceKind.End or PieceKind.Invalid;

    public static List<Declared> Read(string text, List<DeclarationProblem> problems)
    {
        var reader = new DeclarationReader(text, problems);
        var found = new List<Declared>();
        while (!reader.IsOver)
        {
            if (reader.Declaration() is not { } declared)
            {
                continue;
            }

            if (found.Any(other => other.IsBackend == declared.IsBackend && other.PlainName == declared.PlainName))
            {
                reader.Refuse(declared.Name, $"{declared.Name.Text} is declared already.");
            }
            else
            {
                found.Add(declared);
            }
        }

        if (reader.Current.Kind == PieceKind.Invalid)
        {
            reader.Refuse(reader.Current, reader.Current.Text);
        }

        return found;
    }

    private Declared? Declaration()
    {
        if (!(Current.IsName("backend") || Current.IsName("probe")))
        {
            PassOver();
            return null;
        }

        var isBackend = Take().Text == "backend";
        if (Current.Kind != PieceKind.Name || Current.Text.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
        {
            Refuse(Current, "a name of letters, digits and _ should be here.");
            PassOver();
            return null;
        }

        var name = Take();
        if (!Current.Is("{"))
        {
            Refuse(Current, $"a {{ should be here, and the properties of {name.Text}.");
            PassOver();
            return null;
        }

        return new(isBackend, name, Properties());
    }

    // From { to }.
    private List<DeclaredProperty> Properties()
    {
        var open = Take();
        var found = new List<DeclaredProperty>();
        while (!IsOver && !Current.Is("}"))
        {
            if (Property() is not { } property)
            {
                SkipProperty();
            }
            else if (found.Any(other => other.Name.Text == property.Name.Text))
            {
                Refuse(property.Name, $".{property.Name.Text} is set already.");
            }
            else
            {
                found.Add(property);
            }
        }

        if (Current.Kind == PieceKind.End)
        {
            Refuse(open, "this { is never closed.");
        }
        else if (!IsOver)
        {
            _at++;
        }

        return found;
    }

    private DeclaredProperty? Property()
    {
        if (!Current.Is(".") || _pieces[_at + 1].Kind != PieceKind.Name)
        {
            return Refuse(Current, "a property should be here: .name = value;");
        }

        _at++;
        var name = Take();
        if (!Current.Is("="))
        {
            return Refuse(Current, $"a = should be here, and the value of .{name.Text}.");
        }

        _at++;
        if (Current.Is("{"))
        {
            var nested = Properties();
            _at += Current.Is(";") ? 1 : 0; // Fastly's own text has none
            return new(name, [], nested);
        }

        var value = new List<Piece>();
        while (Current.Kind is PieceKind.Text or PieceKind.Number or PieceKind.Name)
        {
            value.Add(Take());
        }

        if (value.Count == 0 || !Current.Is(";"))
        {
            return Refuse(Current, value.Count == 0 ? $"the value of .{name.Text} is missing." : "a ; should be here.");
        }

        _at++;
        return new(name, value);
    }

    private void SkipProperty()
    {
        while (!IsOver && !Current.Is("}") && !Current.Is(";"))
        {
            _at++;
        }

        _at += Current.Is(";") ? 1 : 0;
    }

    // To the ; of a statement, or the } of a block.
    private void PassOver()
    {
        var depth = 0;
        while (!IsOver)
        {
            var piece = Take();
            depth += piece.Is("{") ? 1 : piece.Is("}") ? -1 : 0;
            if (depth <= 0 && (piece.Is(";") || piece.Is("}")))
            {
                return;
            }
        }
    }

    private Piece Take() => _pieces[_at++];

    private DeclaredProperty? Refuse(Piece piece, string message)
    {
        if (piece.Kind != PieceKind.Invalid || _problems.Count == 0 || _problems[^1].Message != piece.Text)
        {
            _problems.Add(new(piece.Line, piece.Column, piece.Kind == PieceKind.Invalid ? piece.Text : message, Severity.Error));
        }

        return null;
    }
}
