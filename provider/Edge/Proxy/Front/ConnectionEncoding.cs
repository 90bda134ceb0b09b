using System.Text;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>Reads Connection headers so that Kestrel leaves the names in them alone.</summary>
/// <remarks>
/// Kestrel replaces a Connection header that holds exactly one of close, keep-alive and upgrade by that word, and so loses which headers are
/// not to be passed on ("Upgrade, HTTP2-Settings" is what curl --http2 sends). Two of the words it leaves: keep-alive says nothing
/// beside close or upgrade, and alone, in HTTP/1.1, it says what goes without saying.
/// </remarks>
internal sealed class ConnectionEncoding : Encoding
{
    public static readonly ConnectionEncoding Instance = new();

    private const string Keep = "keep-alive";

    public override int GetByteCount(char[] chars, int index, int count) => Latin1.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Latin1.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => Read(bytes.AsSpan(index, count)).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Read(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(chars.AsSpan(charIndex));
        return text.Length;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount + Keep.Length + 1;

    private static string Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.SequenceEqual("keep-alive"u8))
        {
            return Keep; // alone it matters: HTTP/1.0 clients ask for it
        }

        if (bytes.SequenceEqual("close"u8))
        {
            return HopByHop.Close;
        }

        var words = Latin1.GetString(bytes).Split(',', StringSplitOptions.TrimEntries)
            .Where(word => !word.Equals(Keep, StringComparison.OrdinalIgnoreCase)).ToList();
        return string.Join(',', words) + (words.Any(IsKnown) ? "," + Keep : "");
    }

    private static bool IsKnown(string word) =>
        word.Equals("close", StringComparison.OrdinalIgnoreCase) || word.Equals("upgrade", StringComparison.OrdinalIgnoreCase);
}
