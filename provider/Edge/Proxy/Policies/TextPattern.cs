namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>A text in which <c>*</c> stands for any other, an empty one too. Taken apart once; fitting takes time in proportion to the text.</summary>
internal sealed class TextPattern(string pattern, StringComparison comparison)
{
    private readonly string[] _parts = pattern.Split('*');

    public bool Fits(ReadOnlySpan<char> text)
    {
        if (_parts.Length == 1)
        {
            return text.Equals(_parts[0], comparison);
        }

        if (!text.StartsWith(_parts[0], comparison))
        {
            return false;
        }

        text = text[_parts[0].Length..];
        foreach (var part in _parts.AsSpan()[1..^1])
        {
            var at = text.IndexOf(part, comparison);
            if (at < 0)
            {
                return false;
            }

            text = text[(at + part.Length)..];
        }

        return text.EndsWith(_parts[^1], comparison);
    }
}
