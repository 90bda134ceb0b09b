using System.Text;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>A line in the notation of Apache's LogFormat, such as <c>%h %l %u %t "%r" %>s %b</c>. What Apache knows and this does not is refused.</summary>
internal sealed class AccessPattern : IAccessFormat
{
    private readonly List<Func<EdgeRequest, TimeSpan, string>> _parts = [];

    private AccessPattern()
    {
    }

    /// <exception cref="FormatException">It says what is wrong with the pattern.</exception>
    public static AccessPattern Parse(string pattern)
    {
        var parsed = new AccessPattern();
        var rest = pattern.AsSpan();
        while (rest.Length > 0)
        {
            var percent = rest.IndexOf('%');
            var literal = (percent < 0 ? rest : rest[..percent]).ToString();
            parsed._parts.Add((_, _) => literal);
            rest = percent < 0 ? [] : parsed.Directive(rest[(percent + 1)..]);
        }

        return parsed;
    }

    public byte[] Line(EdgeRequest request, TimeSpan took)
    {
        var line = new StringBuilder(256);
        foreach (var part in _parts)
        {
            line.Append(part(request, took));
        }

        return Encoding.Latin1.GetBytes(line.Append('\n').ToString());
    }

    private ReadOnlySpan<char> Directive(ReadOnlySpan<char> text)
    {
        var (name, start) = ("", text.StartsWith('>') ? 1 : 0);
        if (start < text.Length && text[start] == '{')
        {
            var end = text.IndexOf('}');
            name = end > 0 ? text[(start + 1)..end].ToString() : throw new FormatException("a { after % has no }");
            start = end + 1;
        }

        if (start >= text.Length)
        {
            throw new FormatException("a % at the end stands for nothing; write %% for the sign itself");
        }

        _parts.Add(AccessDirectives.Find(text[start], name));
        return text[(start + 1)..];
    }
}
