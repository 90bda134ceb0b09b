using System.Buffers;

namespace EdgeInfra.Edge.Cache;

/// <summary>
/// The bytes of a stored answer, in pieces of pooled memory. Whoever reads holds it, so that it outlives its place in the cache; the last to
/// release it gives the memory back.
/// </summary>
internal sealed class CachedBody
{
    private readonly byte[][] _pieces;
    private int _holders = 1;

    internal CachedBody(byte[][] pieces, long length)
    {
        (_pieces, Length) = (pieces, length);
        foreach (var piece in pieces)
        {
            Footprint += piece.Length;
        }
    }

    public long Length { get; }

    /// <summary>Bytes of memory it takes, which is more than its length.</summary>
    public long Footprint { get; }

    /// <summary>False when it is gone already: take it as not found.</summary>
    public bool TryHold()
    {
        var seen = Volatile.Read(ref _holders);
        while (seen > 0)
        {
            var now = Interlocked.CompareExchange(ref _holders, seen + 1, seen);
            if (now == seen)
            {
                return true;
            }

            seen = now;
        }

        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            Give(_pieces);
        }
    }

    /// <summary>The longest piece that begins there, not longer than asked. Only while it is held.</summary>
    public ReadOnlyMemory<byte> At(long position, long most)
    {
        foreach (var piece in _pieces)
        {
            if (position < piece.Length)
            {
                var here = Math.Min(piece.Length - position, Math.Min(most, Length));
                return piece.AsMemory((int)position, (int)here);
            }

            position -= piece.Length;
        }

        return default;
    }

    internal static void Give(IEnumerable<byte[]> pieces)
    {
        foreach (var piece in pieces)
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
