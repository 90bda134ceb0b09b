using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// A regular expression that was checked, and is kept in its large compiled form only once something was matched with it.
/// The same pattern is the same object wherever it stands, as long as anything uses it.
/// </summary>
internal sealed class LazyRegex
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100), SecondLimit = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, WeakReference<LazyRegex>> Known = new(StringComparer.Ordinal);
    private static int _sweepAt = 1_000;

    private readonly string _pattern;
    private readonly WeakReference<Regex> _checked;
    private volatile Regex? _used, _patient;
    private volatile bool _hasFailed;

    private LazyRegex(string pattern) => (_pattern, _checked) = (pattern, new(Make(pattern, Limit)));

    // Made at the first match; another thread's may be made beside it and thrown away.
    private Regex Used => _used ??= _checked.TryGetTarget(out var made) ? made : Make(_pattern, Limit);

    private Regex Patient => _patient ??= Make(_pattern, SecondLimit);

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

    /// <summary>
    /// What the pattern says to a text, or the default where it takes too long. The limit is one of the clock, so a busy machine may use it
    /// up before an innocent pattern has begun: there is a second, longer try, until one has failed in it.
    /// </summary>
    public TAnswer? Ask<TText, TAnswer>(TText text, Func<Regex, TText, TAnswer> question)
        where TText : allows ref struct
    {
        try
        {
            return question(Used, text);
        }
        catch (RegexMatchTimeoutException)
        {
            return _hasFailed ? default : AskAgain(text, question);
        }
    }

    private TAnswer? AskAgain<TText, TAnswer>(TText text, Func<Regex, TText, TAnswer> question)
        where TText : allows ref struct
    {
        try
        {
            return question(Patient, text);
        }
        catch (RegexMatchTimeoutException)
        {
            (_hasFailed, _patient) = (true, null);
            return default;
        }
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

    // Linear patterns have the limit too: what repeats a thousand times takes seconds for a long text.
    private static Regex Make(string pattern, TimeSpan limit)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, limit);
        }
        catch (NotSupportedException)
        {
            // Look-around and back-references need backtracking.
            return new Regex(pattern, RegexOptions.CultureInvariant, limit);
        }
    }
}
