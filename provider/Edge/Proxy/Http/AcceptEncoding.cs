using System.Globalization;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>Reads what codings a client takes (RFC 9110, 12.5.3).</summary>
internal static class AcceptEncoding
{
    /// <summary>Whether it takes gzip, by that name or by <c>*</c>. A client that says nothing gets nothing coded.</summary>
    public static bool TakesGzip(HeaderList headers)
    {
        bool? named = null, any = null;
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
                var taken = mark < 0 || IsTaken(entry[(mark + 1)..].Trim());
                if (coding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                {
                    named = taken;
                }
                else if (coding is "*")
                {
                    any = taken;
                }
            }
        }

        return named ?? any ?? false;
    }

    private static bool IsTaken(ReadOnlySpan<char> weight) =>
        !weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        || (double.TryParse(weight[2..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var q) && q > 0);
}
