using System.Buffers;
using System.IO.Pipelines;
using EdgeInfra.Edge.Cache;

namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>The client's body, whose bytes are collected for the cache on their way.</summary>
internal sealed class CollectedBody(PipeWriter client, BodyCollector collector) : PipeWriter
{
    private Memory<byte> _room;

    public override bool CanGetUnflushedBytes => client.CanGetUnflushedBytes;

    public override long UnflushedBytes => client.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _room = client.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        collector.Add(_room.Span[..bytes]);
        _room = _room[bytes..];
        client.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => client.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => client.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
    }
}
