namespace EdgeInfra.Edge.Signing.Text;

/// <summary>A query as signatures want it: escaped anew, sorted by name and then by value.</summary>
internal static class CanonicalQuery
{
    /// <param name="bareNames">A parameter without a value has no equals sign (OSS); else it always has one.</param>
    /// <param name="without">Name of a parameter that is left out: the signature itself.</param>
    public static void Add(ref ByteText text, scoped ReadOnlySpan<char> query, bool bareNames = false, string? without = null)
    {
        if (query.IsEmpty)
        {
            return;
        }

        var count = query.Count('&') + 1;
        Span<Parameter> found = count <= 16 ? stackalloc Parameter[count] : new Parameter[count];
        var escaped = new ByteText(stackalloc byte[512]);
        try
        {
            var parameters = found[..Read(ref escaped, query, found, without)];
            Sort(parameters, escaped.Written);
            Write(ref text, parameters, escaped.Written, bareNames);
        }
        finally
        {
            escaped.Dispose();
        }
    }

    private static void Write(
        ref ByteText text, scoped ReadOnlySpan<Parameter> parameters, scoped ReadOnlySpan<byte> escaped, bool bareNames)
    {
        var isFirst = true;
        foreach (var (start, name, value) in parameters)
        {
            text.Add(isFirst ? "" : "&");
            text.Add(escaped.Slice(start, name));
            text.Add(bareNames && value == 0 ? "" : "=");
            text.Add(escaped.Slice(start + name, value));
            isFirst = false;
        }
    }

    private static int Read(ref ByteText escaped, ReadOnlySpan<char> query, Span<Parameter> into, string? without)
    {
        var count = 0;
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            var equals = parameter.IndexOf('=') is var at and >= 0 ? at : parameter.Length;
            if (parameter.IsEmpty || (without is not null && parameter[..equals].SequenceEqual(without)))
            {
                continue;
            }

            var start = escaped.Length;
            Escaping.AddParameter(ref escaped, parameter[..equals]);
            var name = escaped.Length - start;
            Escaping.AddParameter(ref escaped, parameter[Math.Min(equals + 1, parameter.Length)..]);
            into[count++] = new Parameter(start, name, escaped.Length - start - name);
        }

        return count;
    }

    // There are few.
    private static void Sort(Span<Parameter> parameters, ReadOnlySpan<byte> text)
    {
        for (var i = 1; i < parameters.Length; i++)
        {
            var one = parameters[i];
            var at = i;
            for (; at > 0 && Compare(parameters[at - 1], one, text) > 0; at--)
            {
                parameters[at] = parameters[at - 1];
            }

            parameters[at] = one;
        }
    }

    private static int Compare(Parameter left, Parameter right, ReadOnlySpan<byte> text)
    {
        var names = text.Slice(left.Start, left.Name).SequenceCompareTo(text.Slice(right.Start, right.Name));
        return names != 0 ? names
            : text.Slice(left.Start + left.Name, left.Value).SequenceCompareTo(text.Slice(right.Start + right.Name, right.Value));
    }

    private readonly record struct Parameter(int Start, int Name, int Value);
}
