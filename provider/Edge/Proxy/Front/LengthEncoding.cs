using System.Text;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>Reads Content-Length headers so that Kestrel takes digits and nothing else.</summary>
/// <remarks>
/// Kestrel reads a length as .NET reads numbers, with signs, white space of any kind, and null bytes behind. An origin may take "+5" for no length
/// at all, and the body for the next request. What is not plain becomes a text that Kestrel refuses with 400.
/// </remarks>
internal sealed class LengthEncoding : Encoding
{
    public static readonly LengthEncoding Instance = new();

    private const int MostDigits = 18; // any such number fits; Kestrel has room for twenty characters

    public override int GetByteCount(char[] chars, int index, int count) => Latin1.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Latin1.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => IsPlain(bytes.AsSpan(index, count)) ? count : 1;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        if (IsPlain(bytes.AsSpan(byteIndex, byteCount)))
        {
            return Latin1.GetChars(bytes, byteIndex, byteCount, chars, charIndex);
        }

        chars[charIndex] = '?';
        return 1;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    private static bool IsPlain(ReadOnlySpan<byte> bytes) =>
        bytes.Length is > 0 and <= MostDigits && !bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
