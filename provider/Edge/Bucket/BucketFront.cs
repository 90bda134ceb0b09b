using System.Globalization;
using EdgeInfra.Edge.Bucket.Stores;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeInfra.Edge.Bucket;

/// <summary>Between HTTP and a store that only decides: reads requests, sends answers, writes the log.</summary>
internal sealed class BucketFront(IStore store, TimeProvider time, Action<string>? log) : IHttpApplication<IFeatureCollection>
{
    private const int LargestBody = 64 * 1024;

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var http = context.GetRequiredFeature<IHttpRequestFeature>();
        var request = new BucketRequest(http, time.GetUtcNow(), http.Method == "POST" ? await Body(http) : []);
        var answer = Decide(request);
        log?.Invoke(BucketLog.Line(request, answer)); // first: whoever has the answer finds the line
        await Send(context, request, answer);
    }

    private BucketAnswer Decide(BucketRequest request)
    {
        try
        {
            return store.Answer(request);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return store.Unreadable(request); // the file system keeps the file to itself
        }
    }

    private static async Task Send(IFeatureCollection context, BucketRequest request, BucketAnswer answer)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = answer.Status;
        response.Headers.Date = request.Now.ToString("r", CultureInfo.InvariantCulture);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.TellsLength || !request.IsHead)
        {
            response.Headers.ContentLength = answer.Status == 304 ? null : answer.Length;
        }

        if (request.IsHead || answer.Length == 0)
        {
            return;
        }

        var body = context.GetRequiredFeature<IHttpResponseBodyFeature>();
        if (answer.File is { } file)
        {
            var cancel = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
            await body.SendFileAsync(file.Path, file.Part.First, file.Part.Length, cancel);
        }
        else
        {
            await body.Writer.WriteAsync(answer.Body);
        }
    }

    // What is longer is no request that any store here understands.
    private static async Task<byte[]> Body(IHttpRequestFeature http)
    {
        var buffer = new byte[LargestBody];
        var length = await http.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer[..length];
    }
}
