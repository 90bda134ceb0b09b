namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>
/// A connection that has switched to another protocol: bytes pass both ways until one side ends. No time limit holds in it, because
/// a protocol of its own may be silent for as long as it likes.
/// </summary>
internal static class Tunnel
{
    private const int Piece = 16 * 1024;

    /// <summary>Returns the bytes that went to the client, once the connection can be closed.</summary>
    public static async ValueTask<long> Run(OriginConnection origin, Stream client)
    {
        using var ended = new CancellationTokenSource();
        var up = Up(client, origin, ended.Token);
        var passed = await Down(origin, client);
        await ended.CancelAsync();
        await up;
        return passed;
    }

    // The client's end is passed on as what it is; the origin may still finish its own side.
    private static async Task Up(Stream client, OriginConnection origin, CancellationToken ended)
    {
        var buffer = new byte[Piece];
        try
        {
            for (int count; (count = await client.ReadAsync(buffer, ended)) > 0;)
            {
                await origin.Send(buffer.AsMemory(0, count), Timeout.InfiniteTimeSpan);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or OriginException)
        {
            // Gone is gone, in order or not.
        }

        origin.EndSending();
    }

    private static async ValueTask<long> Down(OriginConnection origin, Stream client)
    {
        var (passed, buffer) = (0L, new byte[Piece]);
        try
        {
            for (int count; (count = await Next(origin, buffer)) > 0;)
            {
                await client.WriteAsync(buffer.AsMemory(0, count));
                await client.FlushAsync();
                passed += count;
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or OriginException)
        {
            // As above.
        }

        return passed;
    }

    // What came together with the head of the answer is still in the input.
    private static ValueTask<int> Next(OriginConnection origin, byte[] buffer)
    {
        var count = Math.Min(origin.Input.Length, buffer.Length);
        if (count == 0)
        {
            return origin.Receive(buffer);
        }

        origin.Input[..count].CopyTo(buffer);
        origin.Consume(count);
        return ValueTask.FromResult(count);
    }
}
