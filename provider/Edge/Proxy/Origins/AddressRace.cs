using System.Net;
using System.Net.Sockets;

namespace EdgeInfra.Edge.Proxy.Origins;

/// <summary>
/// Connects to the first of several addresses that answers (RFC 8305): each has a head start before the next one is tried beside it, and one
/// that refuses makes room at once.
/// </summary>
internal sealed class AddressRace(int port, Action<Socket> prepare, TimeProvider time)
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250); // as RFC 8305 recommends

    /// <summary>The connected socket; if none answers, the failure of the last one.</summary>
    public async ValueTask<Socket> Run(IReadOnlyList<IPAddress> addresses, CancellationToken cancel)
    {
        using var decided = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = new List<Task<Socket>>();
        try
        {
            return await Run(Alternating(addresses), running, decided.Token);
        }
        finally
        {
            await decided.CancelAsync();
            running.ForEach(Drop);
        }
    }

    private async ValueTask<Socket> Run(Queue<IPAddress> left, List<Task<Socket>> running, CancellationToken decided)
    {
        var last = new SocketException((int)SocketError.HostNotFound);
        while (left.Count > 0 || running.Count > 0)
        {
            if (left.TryDequeue(out var address))
            {
                running.Add(Connect(address, decided));
            }

            var first = await FirstOf(running, isLast: left.Count == 0, decided);
            if (first is null)
            {
                continue;
            }

            running.Remove(first);
            try
            {
                return await first;
            }
            catch (SocketException failure)
            {
                last = failure;
            }
        }

        throw last;
    }

    // null when the next one may start.
    private async Task<Task<Socket>?> FirstOf(List<Task<Socket>> running, bool isLast, CancellationToken decided)
    {
        var any = Task.WhenAny(running);
        if (!isLast && await Task.WhenAny(any, Task.Delay(HeadStart, time, decided)) != any)
        {
            decided.ThrowIfCancellationRequested();
            return null;
        }

        return await any;
    }

    private async Task<Socket> Connect(IPAddress address, CancellationToken cancel)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            prepare(socket);
            await socket.ConnectAsync(new IPEndPoint(address, port), cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // One family after the other, so that a family without a way out costs one head start, not one for each of its addresses.
    private static Queue<IPAddress> Alternating(IReadOnlyList<IPAddress> addresses)
    {
        if (addresses.Count < 3)
        {
            return new Queue<IPAddress>(addresses);
        }

        var family = addresses[0].AddressFamily;
        return new Queue<IPAddress>(addresses.Where(ip => ip.AddressFamily == family).Select((ip, at) => (ip, at * 2))
            .Concat(addresses.Where(ip => ip.AddressFamily != family).Select((ip, at) => (ip, (at * 2) + 1)))
            .OrderBy(pair => pair.Item2).Select(pair => pair.ip));
    }

    // Whoever comes second is not needed.
    private static void Drop(Task<Socket> late) => _ = late.ContinueWith(
        static done =>
        {
            if (done.IsCompletedSuccessfully)
            {
                done.Result.Dispose();
            }
            else
            {
                _ = done.Exception;
            }
        },
        CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
