using System.Net;
using EdgeInfra.Edge.Bucket.Stores;
using EdgeInfra.Edge.Proxy.Front;

namespace EdgeInfra.Edge.Bucket;

/// <summary>A folder served with the manners of a store, for development, demos and tests. It can only be read.</summary>
internal sealed class BucketServer : IAsyncDisposable
{
    private readonly KestrelListener _listener;

    private BucketServer(KestrelListener listener) => _listener = listener;

    public IPEndPoint Endpoint => _listener.Endpoint;

    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public static async Task<BucketServer> Start(BucketOptions options, CancellationToken cancel = default)
    {
        if (!Directory.Exists(options.Root))
        {
            throw new DirectoryNotFoundException($"{options.Root}: there is no such folder");
        }

        var front = new BucketFront(StoreNames.Open(options, new BucketFolder(options.Root)), options.Time, options.Log);
        return new BucketServer(await KestrelListener.Start(options.Listen, front, static _ => { }, cancel));
    }

    public Task Drain(CancellationToken giveUp) => _listener.Drain(giveUp);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();
}
