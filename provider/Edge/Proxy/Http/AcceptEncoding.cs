using System.Globalization;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>Reads what codings a client takes (RFC 9110, 12.5.3).</summary>
internal static class AcceptEncoding
{
    /// <summary>The coding a client likes best; brotli before gzip where it likes both alike. Who says nothing gets nothing coded.</summary>
    /// <param name="offersBrotli">Whether brotli is on offer; gzip always is.</param>
    public static ContentCoding Best(HeaderList headers, bool offersBrotli)
    {
        double? gzip = null, brotli = null, any = null;
        foreach (ref readonly var line in headers.Lines)
        {
            if (!HeaderList.Same(line.Name, "Accept-Encoding"))
            {
                continue;
            }

            ReadOnlySpan<char> list = line.Value;
            foreach (var range in list.Split(','))
            {
                var entry = list[range];
                var mark = entry.IndexOf(';');
                var coding = (mark < 0 ? entry : entry[..mark]).Trim();
                var weight = mark < 0 ? 1 : Weight(entry[(mark + 1)..].Trim());
                if (coding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                {
                    gzip = weight;
                }
                else if (coding.Equals("br", StringComparison.OrdinalIgnoreCase))
                {
                    brotli = weight;
                }
                else if (coding is "*")
                {
                    any = weight;
                }
            }
        }

        var (g, b) = (gzip ?? any ?? 0, offersBrotli ? brotli ?? any ?? 0 : 0);
        return b > 0 && b >= g ? ContentCoding.Brotli : g > 0 ? ContentCoding.Gzip : ContentCoding.None;
    }

    // What is no weight counts as none at all: the client may have meant 0.
    private static double Weight(ReadOnlySpan<char> weight) =>
        !weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase) ? 1
        : double.TryParse(weight[2..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var q) ? q
        : 0;
}
