namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>Header lines in the order they came; a name may occur more than once. Kept by its owner and filled again for the next message.</summary>
internal sealed class HeaderList
{
    private HeaderLine[] _lines = new HeaderLine[24];
    private int _count;

    public ReadOnlySpan<HeaderLine> Lines => _lines.AsSpan(0, _count);

    public void Clear()
    {
        _lines.AsSpan(0, _count).Clear();
        _count = 0;
    }

    public void Add(string name, string value)
    {
        if (_count == _lines.Length)
        {
            Array.Resize(ref _lines, _count * 2);
        }

        _lines[_count++] = new HeaderLine(name, value);
    }

    public string? First(string name)
    {
        foreach (ref readonly var line in Lines)
        {
            if (Same(line.Name, name))
            {
                return line.Value;
            }
        }

        return null;
    }

    public static bool Same(string left, string right) =>
        ReferenceEquals(left, right) || (left.Length == right.Length && left.Equals(right, StringComparison.OrdinalIgnoreCase));
}
