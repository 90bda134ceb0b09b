using System.Net;
using EdgeInfra.Edge.Proxy.Front;

namespace EdgeInfra.Edge.Bucket;

/// <summary>A folder served with the manners of an S3 bucket, for development and demos. It is public and can only be read.</summary>
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

        var objects = new BucketFolder(options.Root);
        return new BucketServer(await KestrelListener.Start(options.Listen, new BucketFront(objects, options.Name), static _ => { }, cancel));
    }

    public Task Drain(CancellationToken giveUp) => _listener.Drain(giveUp);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();
}
