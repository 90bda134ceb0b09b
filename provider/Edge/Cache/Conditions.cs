namespace EdgeInfra.Edge.Cache;

/// <summary>What the If- headers of a request come to for a stored answer (RFC 9110, 13.2.2).</summary>
internal static class Conditions
{
    /// <summary>Whether the client has the answer already, so that 304 is enough.</summary>
    public static bool IsUnchanged(HeaderList request, HeaderList answer)
    {
        if (request.Joined("If-None-Match", ',') is { } tags)
        {
            return answer.First("ETag") is { } tag ? Lists(tags, tag) : tags.AsSpan().Trim() is "*";
        }

        return HttpDate.Read(request.First("If-Modified-Since")) is { } since
            && HttpDate.Read(answer.First("Last-Modified") ?? answer.First("Date")) is { } modified && modified <= since;
    }

    /// <summary>Whether a Range is to be obeyed: unless If-Range names another state of the object. Tags have to be strong for that.</summary>
    public static bool AllowRange(HeaderList request, HeaderList answer)
    {
        var asked = request.First("If-Range");
        return asked is null
            || (asked.StartsWith('"') ? asked == answer.First("ETag")
                : HttpDate.Read(asked) is { } date && date == HttpDate.Read(answer.First("Last-Modified")));
    }

    /// <summary>Weak comparison: for answering 304 it does not matter whether the bytes are the very same.</summary>
    private static bool Lists(ReadOnlySpan<char> tags, ReadOnlySpan<char> tag)
    {
        var wanted = Opaque(tag);
        while (!tags.IsEmpty)
        {
            tags = tags.TrimStart(" \t,");
            if (tags is "*" or ['*', ',', ..])
            {
                return true;
            }

            var length = Length(tags);
            if (length > 0 && Opaque(tags[..length]).SequenceEqual(wanted))
            {
                return true;
            }

            tags = tags[length..];
            var next = tags.IndexOf(',');
            tags = next < 0 ? default : tags[(next + 1)..];
        }

        return false;
    }

    // A tag may hold commas, so it ends at its second quote.
    private static int Length(ReadOnlySpan<char> tags)
    {
        var open = tags.IndexOf('"');
        var close = open < 0 ? -1 : tags[(open + 1)..].IndexOf('"');
        var comma = tags.IndexOf(',');
        return close >= 0 && (comma < 0 || open < comma) ? open + close + 2 : comma < 0 ? tags.Length : comma;
    }

    private static ReadOnlySpan<char> Opaque(ReadOnlySpan<char> tag)
    {
        tag = tag.Trim(" \t");
        return tag.StartsWith("W/") ? tag[2..] : tag;
    }
}
