using System.Buffers;

namespace EdgeInfra.Edge.Signing.Text;

/// <summary>Names of headers in lower case and in order, each once. The array is the pool's: dispose it.</summary>
internal ref struct NameSet
{
    private string[] _names = ArrayPool<string>.Shared.Rent(16);
    private int _count;

    public NameSet()
    {
    }

    public readonly ReadOnlySpan<string> Names => _names.AsSpan(0, _count);

    /// <summary>Adds all that begin so.</summary>
    public void AddAll(HeaderList headers, string prefix)
    {
        foreach (ref readonly var line in headers.Lines)
        {
            if (line.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                Add(line.Name);
            }
        }
    }

    public void Add(string name)
    {
        name = name.ToLowerInvariant(); // the same string if there is nothing to change
        var at = _count;
        while (at > 0 && string.CompareOrdinal(_names[at - 1], name) is var order and >= 0)
        {
            if (order == 0)
            {
                return;
            }

            at--;
        }

        if (_count == _names.Length)
        {
            Grow();
        }

        Array.Copy(_names, at, _names, at + 1, _count++ - at);
        _names[at] = name;
    }

    public readonly bool Contains(string name) => Names.Contains(name);

    public readonly void Dispose() => ArrayPool<string>.Shared.Return(_names, clearArray: true);

    private void Grow()
    {
        var larger = ArrayPool<string>.Shared.Rent(_count * 2);
        Names.CopyTo(larger);
        Dispose();
        _names = larger;
    }
}
