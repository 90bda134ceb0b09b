using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// A regular expression that was checked, and is kept in its large compiled form only once something was matched with it.
/// The same pattern is the same object wherever it stands, as long as anything uses it.
/// </summary>
internal sealed class LazyRegex
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);
    private static readonly ConcurrentDictionary<string, WeakReference<LazyRegex>> Known = new(StringComparer.Ordinal);
    private static int _sweepAt = 1_000;

    private readonly string _pattern;
    private readonly WeakReference<Regex> _checked;
    private volatile Regex? _used;

    private LazyRegex(string pattern) => (_pattern, _checked) = (pattern, new(Make(pattern)));

    /// <summary>Made at the first match; another thread's may be made beside it and thrown away.</summary>
    public Regex Value => _used ??= _checked.TryGetTarget(out var made) ? made : Make(_pattern);

    /// <summary>Throws <see cref="ArgumentException"/> where the pattern is none.</summary>
    public static LazyRegex Of(string pattern)
    {
        if (Known.TryGetValue(pattern, out var weak) && weak.TryGetTarget(out var known))
        {
            return known;
        }

        var made = new LazyRegex(pattern);
        Known[pattern] = new(made);
        Sweep();
        return made;
    }

    // Patterns come and go with versions; what nobody holds any more is forgotten when there are twice as many.
    private static void Sweep()
    {
        if (Known.Count < _sweepAt)
        {
            return;
        }

        foreach (var gone in Known.Where(pair => !pair.Value.TryGetTarget(out _)))
        {
            Known.TryRemove(gone);
        }

        _sweepAt = Math.Max(1_000, Known.Count * 2);
    }

    private static Regex Make(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            // Look-around and back-references need backtracking.
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }
}
