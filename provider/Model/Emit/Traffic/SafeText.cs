using System.Buffers;
using System.Text;

namespace EdgeInfra.Model;

/// <summary>Makes a text one that can stand in a header: it ends where a line would, and its characters are bytes.</summary>
internal static class SafeText
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("\r\n\0");

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(1, 31).Append(127).Where(c => c != '\t').Select(c => (char)c)]);

    /// <summary>null stays null.</summary>
    public static string? Of(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var end = text.AsSpan().IndexOfAny(Ends);
        var line = end < 0 ? text : text[..end];
        if (line.AsSpan().ContainsAny(Controls))
        {
            line = string.Concat(line.Where(c => !Controls.Contains(c)));
        }

        // Characters are bytes of the wire; what is none comes from a literal, and Fastly's literals are UTF-8.
        return line.AsSpan().ContainsAnyExceptInRange('\0', '\u00ff') ? Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(line)) : line;
    }
}
