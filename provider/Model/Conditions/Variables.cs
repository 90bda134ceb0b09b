namespace EdgeInfra.Model;

/// <summary>The variables a condition may name.</summary>
internal static class Variables
{
    private const string HeaderPrefix = "req.http.";

    private static readonly Dictionary<string, Operand> Known = new(StringComparer.Ordinal)
    {
        ["req.url"] = new((request, out isSet) => Operand.Set(request.Url, out isSet)),
        ["req.url.path"] = new((request, out isSet) => Operand.Set(Path(request.Url), out isSet)),
        ["req.url.qs"] = new((request, out isSet) => Operand.Set(Query(request.Url), out isSet)),
        ["req.method"] = new((request, out isSet) => Operand.Set(request.Method, out isSet)),
        ["req.request"] = new((request, out isSet) => Operand.Set(request.Method, out isSet)),
        ["client.ip"] = new((request, out isSet) => Operand.Set(request.ClientIp, out isSet), isAddress: true),
    };

    /// <summary>The operand of that name, or null and why there is none.</summary>
    public static Operand? Find(string name, out string reason)
    {
        reason = "";
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (name.StartsWith(HeaderPrefix, StringComparison.Ordinal) && name.Length > HeaderPrefix.Length)
        {
            var header = name[HeaderPrefix.Length..];
            if (header.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                return Operand.Header(header);
            }

            reason = header.Contains(':', StringComparison.Ordinal)
                ? $"a part of a header, as in {name}, is not supported yet: match the whole header with ~."
                : $"{name} names no header: header names hold letters, digits, - and _.";
            return null;
        }

        reason = $"{name} is not supported.{Nearest.Hint(name, Known.Keys)} There are {string.Join(", ", Known.Keys)} and req.http.NAME.";
        return null;
    }

    private static ReadOnlySpan<char> Path(string url)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? url : url.AsSpan(0, mark);
    }

    private static ReadOnlySpan<char> Query(string url)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? [] : url.AsSpan(mark + 1);
    }
}
