using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>
/// Compresses a body on its way to the client. Each flush passes on all that came before, so a slow origin's pieces are not held back. Finish it,
/// or the client can tell that the end is missing.
/// </summary>
internal sealed class CompressedBody : PipeWriter, IDisposable
{
    private const int Piece = 32 * 1024;

    private readonly PipeWriter _client;
    private readonly MemoryStream _packed = new();
    private readonly Stream _coder;
    private byte[] _piece = ArrayPool<byte>.Shared.Rent(Piece);
    private int _count;

    public CompressedBody(PipeWriter client, ContentCoding coding)
    {
        _client = client;
        _coder = coding == ContentCoding.Brotli
            ? new BrotliStream(_packed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(_packed, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>Compressed bytes handed on so far.</summary>
    public long Passed { get; private set; }

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _count + _packed.Length;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_piece.Length - _count < Math.Max(sizeHint, 1))
        {
            Pack();
        }

        if (_piece.Length < sizeHint)
        {
            ArrayPool<byte>.Shared.Return(_piece);
            _piece = ArrayPool<byte>.Shared.Rent(sizeHint);
        }

        return _piece.AsMemory(_count);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes) => _count += bytes;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        Pack();
        _coder.Flush();
        return PassOn(cancellationToken);
    }

    /// <summary>Ends the body.</summary>
    public ValueTask<FlushResult> Finish()
    {
        Pack();
        _coder.Dispose();
        return PassOn(default);
    }

    public override void CancelPendingFlush() => _client.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => Dispose();

    public void Dispose()
    {
        _coder.Dispose();
        ArrayPool<byte>.Shared.Return(_piece);
        _piece = [];
    }

    private void Pack()
    {
        _coder.Write(_piece, 0, _count);
        _count = 0;
    }

    private ValueTask<FlushResult> PassOn(CancellationToken cancel)
    {
        _client.Write(_packed.GetBuffer().AsSpan(0, (int)_packed.Length));
        Passed += _packed.Length;
        _packed.SetLength(0);
        return _client.FlushAsync(cancel);
    }
}
