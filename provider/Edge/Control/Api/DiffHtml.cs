using System.Net;
using System.Text;

namespace EdgeInfra.Edge.Control;

/// <summary>A difference of versions as HTML: a list with an item for each line. Takes the text form, so the two cannot disagree.</summary>
internal static class DiffHtml
{
    /// <param name="marksWithinLines">Whether the part of a changed line that differs is set off, too.</param>
    public static string Of(string diff, bool marksWithinLines)
    {
        var lines = diff.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var html = new StringBuilder("<div class=\"diff\">\n  <ul>\n");
        for (var i = 0; i < lines.Length; i++)
        {
            var other = !marksWithinLines ? null
                : lines[i][0] == '-' && i + 1 < lines.Length && lines[i + 1][0] == '+' ? lines[i + 1]
                : lines[i][0] == '+' && i > 0 && lines[i - 1][0] == '-' ? lines[i - 1] : null;
            html.Append("    ").Append(Item(lines[i][0], Marked(lines[i][1..], other?[1..]))).Append('\n');
        }

        return html.Append("  </ul>\n</div>\n").ToString();
    }

    private static string Item(char mark, string text) => mark switch
    {
        '-' => $"<li class=\"del\"><del>{text}</del></li>",
        '+' => $"<li class=\"ins\"><ins>{text}</ins></li>",
        _ => $"<li class=\"unchanged\"><span>{text}</span></li>",
    };

    private static string Marked(string line, string? other)
    {
        if (other is null)
        {
            return WebUtility.HtmlEncode(line);
        }

        var before = line.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var longest = Math.Min(line.Length, other.Length) - before;
        var after = line.Reverse().Zip(other.Reverse()).Take(longest).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{WebUtility.HtmlEncode(line[..before])}<strong>{WebUtility.HtmlEncode(line[before..^after])}</strong>{WebUtility.HtmlEncode(line[^after..])}";
    }
}
