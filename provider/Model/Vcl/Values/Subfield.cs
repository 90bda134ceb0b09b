namespace EdgeInfra.Model.Vcl;

/// <summary>A field within a header: <c>session</c> of <c>Cookie: a=1; session=2</c>, <c>max-age</c> of Cache-Control.</summary>
internal static class Subfield
{
    /// <summary>
    /// The value; "" for a field without one, null where there is none. Case counts in the names of cookies only.
    /// </summary>
    public static string? Find(string? header, string field, char separator)
    {
        var comparison = separator == ';' ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (ReadOnlySpan<char> rest = header; !rest.IsEmpty;)
        {
            var length = End(rest, separator);
            var part = rest[..length].Trim();
            rest = rest[Math.Min(length + 1, rest.Length)..];
            var mark = part.IndexOf('=');
            if ((mark < 0 ? part : part[..mark]).TrimEnd().Equals(field, comparison))
            {
                return mark < 0 ? "" : Unquoted(part[(mark + 1)..].Trim()).ToString();
            }
        }

        return null;
    }

    /// <summary>The header with another value of the field, or without it (null); null when nothing is left.</summary>
    public static string? With(string? header, string field, string? value, char separator)
    {
        var comparison = separator == ';' ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var parts = new List<string>();
        for (var rest = header ?? ""; rest.Length > 0;)
        {
            var length = End(rest, separator);
            var part = rest[..length].Trim();
            rest = rest[Math.Min(length + 1, rest.Length)..];
            if (!part.Split('=')[0].TrimEnd().Equals(field, comparison))
            {
                parts.Add(part);
            }
            else if (value is not null)
            {
                parts.Add($"{field}={value}");
                value = null;
            }
        }

        if (value is not null)
        {
            parts.Add($"{field}={value}");
        }

        return parts.Count == 0 ? null : string.Join($"{separator} ", parts);
    }

    // A separator within quotes separates nothing.
    private static int End(ReadOnlySpan<char> text, char separator)
    {
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            quoted ^= text[at] == '"';
            if (text[at] == separator && !quoted)
            {
                return at;
            }
        }

        return text.Length;
    }

    private static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> value) => value is ['"', .. var inner, '"'] ? inner : value;
}
