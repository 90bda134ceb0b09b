using System.Collections.Immutable;

namespace EdgeInfra.Engine.Display;

/// <summary>Takes known secret texts out of what is shown. The last line of defence: values that are known to be secret never come this far.</summary>
/// <remarks>Texts under four letters stay: hiding "1" would make a riddle of every message and so give it away.</remarks>
internal sealed class Scrubber
{
    public const string Mark = "[secret]";

    private const int Shortest = 4;

    private readonly ImmutableArray<string> _secrets;

    public Scrubber(IEnumerable<string> secrets) => _secrets =
    [
        // The lines of a key are secret one by one; longer texts first, for one may contain another.
        .. secrets.SelectMany(secret => secret.Split('\n').Select(line => line.Trim()).Append(secret.Trim()))
            .Where(secret => secret.Length >= Shortest).Distinct().OrderByDescending(secret => secret.Length)
            .ThenBy(secret => secret, StringComparer.Ordinal),
    ];

    public string Clean(string text) => _secrets.Aggregate(text, (clean, secret) => clean.Replace(secret, Mark, StringComparison.Ordinal));
}
