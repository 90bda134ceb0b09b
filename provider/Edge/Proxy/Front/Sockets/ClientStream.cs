namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>A client's connection that speaks another protocol now: the bytes as they are, in both directions.</summary>
internal sealed class ClientStream(ClientInput input, AnswerOutput output) : Stream
{
    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (input.Unread.IsEmpty)
        {
            if (input.HasEnded)
            {
                return 0;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var coming = input.More();
            var woken = await Await(coming, cancellationToken);
            if (woken != Woken.Came)
            {
                throw new OperationCanceledException(cancellationToken);
            }

            input.Take();
        }

        var count = Math.Min(buffer.Length, input.Unread.Length);
        input.Unread[..count].CopyTo(buffer.Span);
        input.Consume(count);
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        AnswerHead.Write(output, buffer.Span);
        if ((await output.FlushAsync(cancellationToken)).IsCompleted)
        {
            throw new IOException("The client has gone.");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask; // nothing is held back

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // The wait has begun by now, so its ticket is the one to wake.
    private async ValueTask<Woken> Await(ValueTask<Woken> coming, CancellationToken cancel)
    {
        await using var wake = cancel.UnsafeRegister(
            static receiver => ((Receiver)receiver!).Wake(((Receiver)receiver).Ticket, Woken.Cancelled), input.Receiver);
        return await coming;
    }
}
