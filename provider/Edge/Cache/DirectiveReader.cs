namespace EdgeInfra.Edge.Cache;

/// <summary>Reads <c>name</c>, <c>name=token</c> and <c>name="text"</c>, separated by commas, one by one and without copying.</summary>
internal static class DirectiveReader
{
    public static bool TryNext(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value, out bool isQuoted)
    {
        name = value = default;
        isQuoted = false;
        text = text.TrimStart(" \t,");
        if (text.IsEmpty)
        {
            return false;
        }

        var end = text.IndexOfAny("=,");
        name = (end < 0 ? text : text[..end]).TrimEnd(" \t");
        if (end < 0 || text[end] == ',')
        {
            text = end < 0 ? default : text[(end + 1)..];
            return true;
        }

        text = text[(end + 1)..].TrimStart(" \t");
        isQuoted = !text.IsEmpty && text[0] == '"';
        value = isQuoted ? Quoted(ref text) : Until(ref text);
        return true;
    }

    private static ReadOnlySpan<char> Until(ref ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        var value = comma < 0 ? text : text[..comma];
        text = comma < 0 ? default : text[(comma + 1)..];
        return value.TrimEnd(" \t");
    }

    // Without the quotes; what is escaped within stays so, because no directive needs it. What follows the quotes is dropped.
    private static ReadOnlySpan<char> Quoted(ref ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                var value = text[1..i];
                text = text[(i + 1)..];
                Until(ref text);
                return value;
            }
        }

        var rest = text[1..];
        text = default;
        return rest;
    }
}
