namespace EdgeInfra.Edge.Cache;

/// <summary>
/// CDN-Cache-Control (RFC 9213): for caches like this one, instead of Cache-Control and Expires. It is a structured field, so one
/// mistake makes all of it void.
/// </summary>
internal static class TargetedCacheControl
{
    private const string Name = "CDN-Cache-Control";

    /// <summary>null when there is none, or none that can be read.</summary>
    public static CacheDirectives? Read(HeaderList answer)
    {
        if (answer.First(Name) is null)
        {
            return null;
        }

        var directives = new CacheDirectives();
        var found = false;
        foreach (ref readonly var line in answer.Lines)
        {
            if (HeaderList.Same(line.Name, Name))
            {
                if (!TryRead(line.Value, ref directives))
                {
                    return null;
                }

                found = true;
            }
        }

        return found ? directives : null;
    }

    private static bool TryRead(ReadOnlySpan<char> text, ref CacheDirectives into)
    {
        text = text.Trim(' ');
        while (!text.IsEmpty)
        {
            if (!StructuredMember.TryRead(ref text, out var member))
            {
                return false;
            }

            Take(member, ref into);
            text = text.TrimStart(" \t");
            if (text.IsEmpty)
            {
                return true;
            }

            if (text[0] != ',' || (text = text[1..].TrimStart(" \t")).IsEmpty)
            {
                return false; // no comma where one has to be, or nothing after it
            }
        }

        return true;
    }

    // Of a key that is given twice the last one counts (RFC 9651, 3.2). A value of another type counts as not given.
    private static void Take(in StructuredMember member, ref CacheDirectives into)
    {
        switch (member.Key)
        {
            case "max-age":
                into.MaxAge = member.Seconds ?? into.MaxAge;
                break;
            case "s-maxage":
                into.SharedMaxAge = member.Seconds ?? into.SharedMaxAge;
                break;
            case "stale-while-revalidate":
                into.StaleWhileRevalidate = member.Seconds ?? into.StaleWhileRevalidate;
                break;
            case "stale-if-error":
                into.StaleIfError = member.Seconds ?? into.StaleIfError;
                break;
            case "no-store":
                into.NoStore = member.IsTrue;
                break;
            case "no-cache":
                into.NoCache = member.IsTrue;
                break;
            case "private":
                into.Private = member.IsTrue;
                break;
            case "must-revalidate":
                into.MustRevalidate = member.IsTrue;
                break;
            default:
                break;
        }
    }
}
