namespace EdgeInfra.Edge;

/// <summary>Header lines in the order they came; a name may occur more than once. Kept by its owner and filled again for the next message.</summary>
internal sealed class HeaderList
{
    private HeaderLine[] _lines = new HeaderLine[24];
    private int _count;
    private ulong _lengths; // of names there are or were: most questions are for names that can't be there

    public ReadOnlySpan<HeaderLine> Lines => _lines.AsSpan(0, _count);

    public void Clear()
    {
        _lines.AsSpan(0, _count).Clear();
        (_count, _lengths) = (0, 0);
    }

    public void Add(string name, string value)
    {
        if (_count == _lines.Length)
        {
            Array.Resize(ref _lines, _count * 2);
        }

        _lines[_count++] = new HeaderLine(name, value);
        _lengths |= 1UL << name.Length;
    }

    public string? First(string name)
    {
        if (!MayHave(name))
        {
            return null;
        }

        foreach (ref readonly var line in Lines)
        {
            if (Same(line.Name, name))
            {
                return line.Value;
            }
        }

        return null;
    }

    /// <summary>All values of the name as one; null when there is none.</summary>
    public string? Joined(string name, char separator)
    {
        string? all = null;
        if (!MayHave(name))
        {
            return null;
        }

        foreach (ref readonly var line in Lines)
        {
            if (Same(line.Name, name))
            {
                all = all is null ? line.Value : $"{all}{separator} {line.Value}";
            }
        }

        return all;
    }

    /// <summary>One line of the name, where its first one was or at the end.</summary>
    public void Set(string name, string value)
    {
        var at = Lines.Length;
        for (var i = _count - 1; i >= 0; i--)
        {
            at = Same(_lines[i].Name, name) ? i : at;
        }

        if (at == _count)
        {
            Add(name, value);
            return;
        }

        _lines[at] = new HeaderLine(_lines[at].Name, value);
        RemoveFrom(at + 1, name);
    }

    public void Remove(string name) => RemoveFrom(0, name);

    public void CopyFrom(HeaderList other)
    {
        Clear();
        foreach (ref readonly var line in other.Lines)
        {
            Add(line.Name, line.Value);
        }
    }

    private void RemoveFrom(int start, string name)
    {
        var kept = start;
        for (var i = start; i < _count; i++)
        {
            if (!Same(_lines[i].Name, name))
            {
                _lines[kept++] = _lines[i];
            }
        }

        _lines.AsSpan(kept, _count - kept).Clear();
        _count = kept;
    }

    // Shifts count modulo 64, so long names share their places with short ones.
    private bool MayHave(string name) => (_lengths & (1UL << name.Length)) != 0;

    public static bool Same(string left, string right) =>
        ReferenceEquals(left, right) || (left.Length == right.Length && left.Equals(right, StringComparison.OrdinalIgnoreCase));
}
