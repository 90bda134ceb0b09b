namespace EdgeInfra.Model;

/// <summary>
/// Snippets in their places, by priority. A snippet is VCL and stands as it is written, unless its braces or texts do not
/// close: then it would swallow what follows.
/// </summary>
internal static class FastlySnippets
{
    public static void Write(VclWriter vcl, ServiceVersion version, string type)
    {
        foreach (var snippet in version.Snippets.Where(snippet => snippet.Type == type).OrderBy(snippet => snippet.Priority))
        {
            vcl.Comment($"Snippet {snippet.Name} : {VclLiteral.Number(snippet.Priority)}");
            if (snippet.Content is not { } content)
            {
                vcl.Comment("Its content is not known").Line();
            }
            else if (Open(content) is { } why)
            {
                vcl.Comment($"Left out: {why}").Line();
            }
            else
            {
                vcl.Verbatim(content).Line();
            }
        }
    }

    private static string? Open(string content)
    {
        var depth = 0;
        foreach (var piece in PieceReader.Cut(content))
        {
            depth += piece.Is("{") ? 1 : piece.Is("}") ? -1 : 0;
            if (depth < 0)
            {
                return $"the }} in line {piece.Line} closes nothing";
            }

            if (piece.Kind == PieceKind.Invalid)
            {
                return $"line {piece.Line}, column {piece.Column}: {piece.Text}";
            }
        }

        return depth > 0 ? "a { is never closed" : content.Contains('\0', StringComparison.Ordinal) ? "it holds a NUL" : null;
    }
}
