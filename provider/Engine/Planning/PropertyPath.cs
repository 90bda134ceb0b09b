using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace EdgeInfra.Engine.Planning;

/// <summary>Where a value lies: <c>a.b[0]["key with.dots"]</c>; <c>[*]</c> and <c>*</c> stand for every item.</summary>
internal sealed record PropertyPath(ImmutableArray<string> Segments)
{
    /// <summary>Stands for every key and every index.</summary>
    public const string Any = "*";

    private static readonly SearchValues<char> Special = SearchValues.Create(".[]\"* ");

    public string Root => Segments.IsEmpty ? "" : Segments[0];

    /// <exception cref="FormatException">A bracket or a quote is left open.</exception>
    public static PropertyPath Parse(string text)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < text.Length;)
        {
            at = text[at] switch
            {
                '.' => at + 1,
                '[' => ReadBracket(text, at, segments),
                _ => ReadName(text, at, segments),
            };
        }

        return new PropertyPath(segments.ToImmutable());
    }

    /// <summary>Reads a path that a provider wrote; one that can't be read is the name of a property.</summary>
    public static PropertyPath Lenient(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (FormatException)
        {
            return new PropertyPath([text]);
        }
    }

    /// <summary>Whether the place named by <paramref name="path"/> is this one or lies within it.</summary>
    public bool Contains(PropertyPath path) =>
        Segments.Length <= path.Segments.Length
        && Segments.Zip(path.Segments).All(pair => pair.First is Any || pair.Second is Any || pair.First == pair.Second);

    /// <summary>One path segment for a key, as it is written after <paramref name="parent"/>.</summary>
    public static string Join(string parent, string key)
    {
        var plain = key.Length > 0 && key.AsSpan().IndexOfAny(Special) < 0;
        var segment = plain
            ? key
            : $"[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
        return parent.Length > 0 && plain ? $"{parent}.{segment}" : parent + segment;
    }

    public static string Join(string parent, int index) => $"{parent}[{index.ToString(CultureInfo.InvariantCulture)}]";

    private static int ReadName(string text, int at, ImmutableArray<string>.Builder segments)
    {
        var end = text.AsSpan(at).IndexOfAny('.', '[');
        var stop = end < 0 ? text.Length : at + end;
        segments.Add(text[at..stop]);
        return stop;
    }

    private static int ReadBracket(string text, int at, ImmutableArray<string>.Builder segments)
    {
        if (at + 1 < text.Length && text[at + 1] == '"')
        {
            return ReadQuoted(text, at + 2, segments);
        }

        var close = text.IndexOf(']', at);
        if (close < 0)
        {
            throw new FormatException($"property path '{text}': a [ is never closed");
        }

        segments.Add(text[(at + 1)..close]);
        return close + 1;
    }

    private static int ReadQuoted(string text, int at, ImmutableArray<string>.Builder segments)
    {
        var key = new StringBuilder();
        for (; at < text.Length && text[at] != '"'; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            key.Append(text[at]);
        }

        if (at + 1 >= text.Length || text[at + 1] != ']')
        {
            throw new FormatException($"property path '{text}': a [\" is never closed");
        }

        segments.Add(key.ToString());
        return at + 2;
    }
}
