namespace EdgeInfra.Engine.Workspace;

/// <summary>
/// Edits entries of a YAML file line by line, so that comments and everything else stay as their author wrote them.
/// </summary>
/// <remarks>
/// Understands block mappings of at most two levels, which is how stack configuration is written. What it makes of other
/// layouts is not what was asked for: whoever uses it compares the result (see <see cref="StackConfigFile"/>).
/// </remarks>
internal sealed class YamlLines
{
    private readonly List<string> _lines;

    public YamlLines(string text)
    {
        _lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
        while (_lines.Count > 0 && _lines[^1].Length == 0)
        {
            _lines.RemoveAt(_lines.Count - 1);
        }
    }

    public override string ToString() => _lines.Count == 0 ? "" : string.Join('\n', _lines) + "\n";

    /// <summary>Sets an entry of the file itself.</summary>
    public void Set(string key, string value)
    {
        if (Find(key, 0, _lines.Count, 0) is { } found)
        {
            Replace(found, [$"{key}: {value}"]);
        }
        else
        {
            // Short entries come first, so that the section below them may grow.
            _lines.Insert(_lines.TakeWhile(IsEmpty).Count(), $"{key}: {value}");
        }
    }

    /// <summary>Sets an entry of a section: its value on the same line, and more lines below it.</summary>
    public void Set(string section, string key, string value, IReadOnlyList<string> below)
    {
        var (from, to) = Section(section);
        var indent = Indent(from, to);
        var spaces = new string(' ', indent);
        List<string> entry = [$"{spaces}{key}: {value}".TrimEnd(), .. below.Select(line => $"{spaces}  {line}")];
        if (Find(key, from, to, indent) is { } found)
        {
            Replace(found, entry);
        }
        else
        {
            _lines.InsertRange(to, entry);
        }
    }

    public void Remove(string section, string key)
    {
        var (from, to) = Section(section);
        if (Find(key, from, to, Indent(from, to)) is { } found)
        {
            Replace(found, []);
        }
    }

    /// <summary>The lines below a section's own; makes the section when it is missing.</summary>
    private (int From, int To) Section(string name)
    {
        if (Find(name, 0, _lines.Count, 0) is not { } found)
        {
            _lines.Add($"{name}:");
            return (_lines.Count, _lines.Count);
        }

        if (_lines[found.From].TrimEnd() == $"{name}: {{}}")
        {
            _lines[found.From] = $"{name}:";
        }

        return (found.From + 1, found.To);
    }

    private int Indent(int from, int to) =>
        _lines.Skip(from).Take(to - from).FirstOrDefault(line => !IsEmpty(line)) is { } first ? Indent(first) : 2;

    private (int From, int To)? Find(string key, int from, int to, int indent)
    {
        for (var line = from; line < to; line++)
        {
            if (!IsEmpty(_lines[line]) && Indent(_lines[line]) == indent && IsEntry(_lines[line].AsSpan(indent), key))
            {
                return (line, End(line + 1, to, indent));
            }
        }

        return null;
    }

    // An entry ends before the next one that is not deeper; blank lines and comments between the two belong to the next.
    private int End(int from, int to, int indent)
    {
        var end = from;
        for (var line = from; line < to; line++)
        {
            if (!IsEmpty(_lines[line]) && Indent(_lines[line]) <= indent)
            {
                break;
            }

            if (!IsEmpty(_lines[line]) || (_lines[line].Trim().Length > 0 && Indent(_lines[line]) > indent))
            {
                end = line + 1;
            }
        }

        return end;
    }

    private void Replace((int From, int To) range, IEnumerable<string> entry)
    {
        _lines.RemoveRange(range.From, range.To - range.From);
        _lines.InsertRange(range.From, entry);
    }

    private static bool IsEntry(ReadOnlySpan<char> line, string key) =>
        StartsWithKey(line, key) || StartsWithKey(line, $"\"{key}\"") || StartsWithKey(line, $"'{key}'");

    private static bool StartsWithKey(ReadOnlySpan<char> line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) && line[key.Length..] is ([':'] or [':', ' ', ..]);

    private static bool IsEmpty(string line) => line.AsSpan().TrimStart() is [] or ['#', ..];

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;
}
