using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>The properties of one declaration, asked for by type. What nobody asked for is unknown.</summary>
internal sealed class PropertyBag(IReadOnlyList<DeclaredProperty> properties, List<DeclarationProblem> problems)
{
    private static readonly Dictionary<string, decimal> Units = new()
    {
        ["ms"] = 1, ["s"] = 1_000, ["m"] = 60_000, ["h"] = 3_600_000, ["d"] = 86_400_000, ["y"] = 31_536_000_000,
    };

    private readonly HashSet<string> _known = [];

    public DeclaredProperty? Find(string name)
    {
        _known.Add(name);
        return properties.FirstOrDefault(property => property.Name.Text == name);
    }

    public string? Text(string name) => Values(name, PieceKind.Text, "a text in quotes") is { } values
        ? string.Concat(values.Select(piece => piece.Text)) : null;

    public IReadOnlyList<Piece>? Texts(string name) => Values(name, PieceKind.Text, "texts in quotes");

    public bool? Boolean(string name) => OneOf(name, "true", "false") is { } word ? word == "true" : null;

    public string? OneOf(string name, params string[] words) =>
        Single(name, string.Join(" or ", words),
            piece => piece.Kind == PieceKind.Name && words.Contains(piece.Text) ? piece.Text : null);

    public int? Number(string name) => Parsed(name, "a whole number",
        piece => piece.Kind == PieceKind.Number ? Whole(piece.Text) : null);

    /// <summary>A port: Fastly writes it as a text.</summary>
    public int? Port(string name) => Parsed(name, "a port such as \"443\"",
        piece => piece.Kind is PieceKind.Number or PieceKind.Text ? Whole(piece.Text) : null);

    /// <summary>A duration in milliseconds.</summary>
    public int? Duration(string name) => Parsed(name, "a duration in whole milliseconds, such as 1.5s, 500ms or 1m",
        piece => piece.Kind == PieceKind.Number ? Milliseconds(piece.Text) : null);

    public void Warn(string name, string message)
    {
        var at = Find(name)!.Name;
        problems.Add(new(at.Line, at.Column, message, Severity.Warning));
    }

    /// <summary>To be called last.</summary>
    public void RefuseUnknown()
    {
        foreach (var name in properties.Select(property => property.Name).Where(name => !_known.Contains(name.Text)))
        {
            problems.Add(new(name.Line, name.Column,
                $".{name.Text} is not a property here.{Nearest.Hint(name.Text, _known)}", Severity.Error));
        }
    }

    private int? Parsed(string name, string expected, Func<Piece, int?> read) =>
        Single(name, expected, piece => read(piece)?.ToString(CultureInfo.InvariantCulture)) is { } text ? Whole(text) : null;

    private string? Single(string name, string expected, Func<Piece, string?> read)
    {
        if (Find(name) is not { } property)
        {
            return null;
        }

        var value = property.Value is [var piece] ? read(piece) : null;
        if (value is null)
        {
            Refuse(property, expected);
        }

        return value;
    }

    private IReadOnlyList<Piece>? Values(string name, PieceKind kind, string expected)
    {
        if (Find(name) is not { } property)
        {
            return null;
        }

        if (property.Value.Count > 0 && property.Value.All(piece => piece.Kind == kind))
        {
            return property.Value;
        }

        Refuse(property, expected);
        return null;
    }

    private void Refuse(DeclaredProperty property, string expected)
    {
        var at = property.Value is [var first, ..] ? first : property.Name;
        problems.Add(new(at.Line, at.Column, $".{property.Name.Text} must be {expected}.", Severity.Error));
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Milliseconds(string text)
    {
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        return Units.TryGetValue(text[digits..], out var unit)
            && decimal.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount <= int.MaxValue / unit && amount * unit is var milliseconds && milliseconds == decimal.Truncate(milliseconds)
            ? (int)milliseconds : null;
    }
}
