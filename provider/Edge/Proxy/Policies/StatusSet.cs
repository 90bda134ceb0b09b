using System.Globalization;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>Statuses as a policy writes them: <c>404</c>, <c>4xx</c>, <c>500-503</c>. What is none of these covers nothing.</summary>
internal sealed class StatusSet
{
    private readonly bool[] _covered = new bool[600];

    public StatusSet(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var (first, last) = Range(text.Trim());
            for (var status = Math.Max(first, 0); status <= last && status < _covered.Length; status++)
            {
                _covered[status] = true;
            }
        }
    }

    public bool Covers(int status) => (uint)status < (uint)_covered.Length && _covered[status];

    private static (int First, int Last) Range(string text)
    {
        if (text is [>= '1' and <= '5', 'x', 'x'])
        {
            return ((text[0] - '0') * 100, (text[0] - '0') * 100 + 99);
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (Number(text), Number(text)) : (Number(text[..dash]), Number(text[(dash + 1)..]));
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
