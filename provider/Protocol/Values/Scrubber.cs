using System.Collections.Immutable;

namespace EdgeInfra.Protocol;

/// <summary>
/// Takes known secret texts out of what is shown. The last line of defence: values that are known to be secret should never come
/// this far.
/// </summary>
/// <remarks>Texts under four letters stay: hiding "1" would make a riddle of every message and so give it away.</remarks>
public sealed class Scrubber
{
    /// <summary>What stands where a secret would.</summary>
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

    /// <summary>Hides every text that is secret in one of those maps, at any depth.</summary>
    public static Scrubber Of(params IEnumerable<PropertyMap> maps) => new(maps.SelectMany(map => Texts(map, hidden: false)));

    public string Clean(string text) => _secrets.Aggregate(text, (clean, secret) => clean.Replace(secret, Mark, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(PropertyValue value, bool hidden) => value switch
    {
        PropertyValue.Secret secret => Texts(secret.Inner, hidden: true),
        PropertyValue.Output { Value: { } inner } output => Texts(inner, hidden || output.IsSecret),
        PropertyValue.List list => list.Items.SelectMany(item => Texts(item, hidden)),
        PropertyValue.Map map => map.Items.Values.SelectMany(item => Texts(item, hidden)),
        PropertyValue.Text text when hidden => [text.Value],
        _ => [],
    };
}
