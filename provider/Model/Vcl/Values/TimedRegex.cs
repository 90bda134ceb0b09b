using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// A regular expression whose matches end in time, small as long as they are quick. The same pattern is the same object wherever it
/// stands, as long as anything uses it.
/// </summary>
internal sealed class TimedRegex
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100), SecondLimit = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, WeakReference<TimedRegex>> Known = new(StringComparer.Ordinal);
    private static int _sweepAt = 1_000;

    private readonly string _pattern;
    private readonly Regex _quick;
    private volatile Regex? _linear;
    private volatile bool _hasFailed;

    private TimedRegex(string pattern) => (_pattern, _quick) = (pattern, new Regex(pattern, RegexOptions.CultureInvariant, Limit));

    /// <summary>Throws <see cref="ArgumentException"/> where the pattern is none.</summary>
    public static TimedRegex Of(string pattern)
    {
        if (Known.TryGetValue(pattern, out var weak) && weak.TryGetTarget(out var known))
        {
            return known;
        }

        var made = new TimedRegex(pattern);
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
            return question(_linear ?? _quick, text);
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
            var patient = Patient();
            var answer = question(patient, text);
            _linear = patient.Options.HasFlag(RegexOptions.NonBacktracking) ? patient : null;
            return answer;
        }
        catch (RegexMatchTimeoutException)
        {
            (_hasFailed, _linear) = (true, null);
            return default;
        }
    }

    // Linear in the length of the text where the pattern allows it. That takes 340 KB a pattern, so it is only for those that need it.
    private Regex Patient()
    {
        try
        {
            return new Regex(_pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, SecondLimit);
        }
        catch (NotSupportedException)
        {
            // Look-around and back-references need backtracking.
            return new Regex(_pattern, RegexOptions.CultureInvariant, SecondLimit);
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
}
