using System.Buffers;
using System.Text;

namespace EdgeInfra.Edge.Signing.Text;

/// <summary>Text that is hashed and thrown away: bytes in memory of the caller's, moved to the pool when they outgrow it.</summary>
internal ref struct ByteText(Span<byte> start)
{
    private Span<byte> _bytes = start;
    private byte[]? _rented;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _bytes[..Length];

    public void Add(byte one)
    {
        Reserve(1);
        _bytes[Length++] = one;
    }

    public void Add(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes[Length..]);
        Length += bytes.Length;
    }

    /// <summary>Characters that are bytes (Latin-1), as heads are kept.</summary>
    public void Add(scoped ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        Length += Encoding.Latin1.GetBytes(text, _bytes[Length..]);
    }

    public void AddHex(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length * 2);
        Convert.TryToHexStringLower(bytes, _bytes[Length..], out var written);
        Length += written;
    }

    public readonly override string ToString() => Encoding.Latin1.GetString(Written);

    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Reserve(int more)
    {
        if (Length + more <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + more, _bytes.Length * 2));
        Written.CopyTo(larger);
        Dispose();
        _bytes = _rented = larger;
    }
}
