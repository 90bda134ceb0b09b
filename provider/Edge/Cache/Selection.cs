using System.Text;

namespace EdgeInfra.Edge.Cache;

/// <summary>Which of several stored answers a request may get: the one that was chosen by equal header fields (Vary; RFC 9111, 4.1).</summary>
internal sealed class Selection : IEquatable<Selection>
{
    private readonly (string Name, string? Value)[] _fields;

    private Selection((string Name, string? Value)[] fields) => _fields = fields;

    public static Selection Any { get; } = new([]);

    public IEnumerable<string> Names => _fields.Select(one => one.Name);

    /// <summary>What the answer was chosen by. Not for answers with <c>Vary: *</c>, which fit nobody.</summary>
    public static Selection Of(HeaderList request, HeaderList answer) =>
        answer.Joined("Vary", ',') is { } vary
            ? new([.. vary.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => name.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)
                .Select(name => (name, Normal(name, request)))])
            : Any;

    public bool Fits(HeaderList request)
    {
        foreach (var (name, value) in _fields)
        {
            if (!string.Equals(value, Normal(name, request), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(Selection? other) => other is not null && _fields.AsSpan().SequenceEqual(other._fields);

    public override bool Equals(object? obj) => Equals(obj as Selection);

    public override int GetHashCode() => _fields.Length == 0 ? 0 : _fields[0].GetHashCode();

    public override string ToString() => string.Join(", ", _fields.Select(one => $"{one.Name}={one.Value}"));

    // Blanks around commas mean nothing, and one line means the same as several.
    private static string? Normal(string name, HeaderList request)
    {
        string? only = null;
        var lines = 0;
        foreach (ref readonly var line in request.Lines)
        {
            if (HeaderList.Same(line.Name, name))
            {
                only = line.Value;
                lines++;
            }
        }

        return lines == 0 ? null : lines == 1 && !only!.Contains(',', StringComparison.Ordinal) ? only : Joined(name, request);
    }

    private static string Joined(string name, HeaderList request)
    {
        var text = new StringBuilder();
        foreach (ref readonly var line in request.Lines)
        {
            if (HeaderList.Same(line.Name, name))
            {
                foreach (var part in line.Value.Split(',', StringSplitOptions.TrimEntries))
                {
                    text.Append(part).Append(',');
                }
            }
        }

        return text.ToString();
    }
}
