using System.Text;

namespace EdgeInfra.Edge.Control;

using Lines = SortedDictionary<string, string>;

/// <summary>The text in which Fastly tells the difference of two versions: all of both, each line marked with a blank, + or -.</summary>
/// <remarks>Objects are matched by name, so that one more of them does not move the others.</remarks>
internal sealed class VersionDiff
{
    private readonly StringBuilder _text = new();

    private VersionDiff()
    {
    }

    public static string Between(VersionDump before, VersionDump after)
    {
        var diff = new VersionDiff();
        foreach (var name in before.Collections.Keys.Concat(before.Scalars.Keys).Append("settings").Order(StringComparer.Ordinal))
        {
            if (name == "settings")
            {
                diff.Line(' ', "settings:");
                diff.Fields(before.Settings, after.Settings, "  ", "  ");
            }
            else if (before.Scalars.TryGetValue(name, out var value))
            {
                diff.Pair($"{name}: {value}", $"{name}: {after.Scalars[name]}");
            }
            else
            {
                diff.Collection(name, before.Collections[name], after.Collections[name]);
            }
        }

        return diff._text.ToString();
    }

    private void Collection(string name, SortedDictionary<string, Lines> before, SortedDictionary<string, Lines> after)
    {
        Pair(Head(name, before), Head(name, after));
        foreach (var item in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            Fields(before.GetValueOrDefault(item) ?? [], after.GetValueOrDefault(item) ?? [], "- ", "  ");
        }
    }

    private static string Head(string name, SortedDictionary<string, Lines> items) => items.Count == 0 ? $"{name}: []" : $"{name}:";

    private void Fields(Lines before, Lines after, string first, string further)
    {
        var indent = first;
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            string? Of(Lines lines) => lines.TryGetValue(name, out var value) ? $"{indent}{name}: {value}" : null;
            Pair(Of(before), Of(after));
            indent = further;
        }
    }

    private void Pair(string? before, string? after)
    {
        if (before == after)
        {
            Line(' ', before);
            return;
        }

        Line('-', before);
        Line('+', after);
    }

    private void Line(char mark, string? text)
    {
        if (text is not null)
        {
            _text.Append(mark).Append(text).Append('\n');
        }
    }
}
