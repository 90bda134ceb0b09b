using System.IO.Pipelines;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>Takes the body of an answer that is not passed on, so that its connection can be used again; up to a length that is worth it.</summary>
internal sealed class DiscardedBody : PipeWriter
{
    private const int Most = 64 * 1024;

    private readonly byte[] _piece = new byte[4096];
    private long _taken;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => 0;

    public override Memory<byte> GetMemory(int sizeHint = 0) => sizeHint <= _piece.Length ? _piece : new byte[sizeHint];

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes) => _taken += bytes;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        new(new FlushResult(isCanceled: false, isCompleted: _taken > Most));

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}
