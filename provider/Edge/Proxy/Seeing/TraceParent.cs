using System.Buffers;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>A W3C <c>traceparent</c>: which trace a request belongs to, and which span asked for it. A malformed one is none.</summary>
internal sealed record TraceParent(string TraceId, string SpanId, bool IsSampled)
{
    public const string Header = "traceparent";

    private const int Length = 55; // 00-, 32 digits, -, 16 digits, -, 2 digits
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Of one line only: of two, nobody could say which is meant.</summary>
    public static TraceParent? Of(HeaderList headers)
    {
        string? found = null;
        foreach (ref readonly var line in headers.Lines)
        {
            if (HeaderList.Same(line.Name, Header))
            {
                if (found is not null)
                {
                    return null;
                }

                found = line.Value;
            }
        }

        return Parse(found);
    }

    public static TraceParent? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < Length || text[2] != '-' || text[35] != '-' || text[52] != '-'
            || !IsHex(text[..2]) || !IsHex(text[3..35]) || !IsHex(text[36..52]) || !IsHex(text[53..55]))
        {
            return null;
        }

        // Later versions may say more behind; this one may not, and ff never stands for one.
        var version = text[..2];
        var isLonger = text.Length > Length && (version is "00" || text[Length] != '-');
        return version is "ff" || isLonger || IsZero(text[3..35]) || IsZero(text[36..52])
            ? null
            : new(text[3..35].ToString(), text[36..52].ToString(), (Convert.ToInt32(text[53..55].ToString(), 16) & 1) == 1);
    }

    public override string ToString() => $"00-{TraceId}-{SpanId}-{(IsSampled ? "01" : "00")}";

    private static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Digits);

    private static bool IsZero(ReadOnlySpan<char> text) => !text.ContainsAnyExcept('0');
}
