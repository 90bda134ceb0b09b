using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeInfra.Edge.Bucket;

/// <summary>Answers requests for the objects of one folder as S3 does: headers, ranges, conditions, errors as XML.</summary>
internal sealed class BucketFront(BucketFolder folder, string name) : IHttpApplication<IFeatureCollection>
{
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.Headers.Server = "AmazonS3";
        response.Headers["x-amz-request-id"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        response.Headers["x-amz-id-2"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        try
        {
            await Answer(context, request, response);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && !response.HasStarted)
        {
            await Fail(context, request, BucketError.AccessDenied, request.RawTarget);
        }
    }

    private async Task Answer(IFeatureCollection context, IHttpRequestFeature request, IHttpResponseFeature response)
    {
        if (request.Method is not ("GET" or "HEAD"))
        {
            response.Headers.Allow = "GET, HEAD";
            await Fail(context, request, BucketError.MethodNotAllowed, request.RawTarget);
            return;
        }

        var address = BucketAddress.Read(name, request.Headers.Host.ToString(), request.RawTarget);
        var found = address?.Bucket == name ? folder.Find(address.Key) : null;
        var task = address is null ? Fail(context, request, BucketError.InvalidUri, request.RawTarget)
            : address.Bucket != name ? Fail(context, request, BucketError.NoSuchBucket, address.Bucket ?? "")
            : found is null ? Fail(context, request, BucketError.NoSuchKey, address.Key)
            : Send(context, request, response, found);
        await task;
    }

    private static async Task Send(IFeatureCollection context, IHttpRequestFeature request, IHttpResponseFeature response, BucketObject found)
    {
        string? Header(string header) => request.Headers.TryGetValue(header, out var values) ? values.ToString() : null;

        var status = Preconditions.Status(found, Header);
        var (asked, range) = Preconditions.AllowRange(found, Header("If-Range")) ? ByteRange.Read(Header("Range"), found.Length) : (false, null);
        if (status == 412 || (status == 200 && asked && range is null))
        {
            response.Headers.ContentRange = status == 412 ? default : $"bytes */{found.Length.ToString(CultureInfo.InvariantCulture)}";
            await Fail(context, request, status == 412 ? BucketError.PreconditionFailed : BucketError.InvalidRange, request.RawTarget);
            return;
        }

        Describe(response, found);
        if (status == 304)
        {
            response.StatusCode = 304;
            return;
        }

        var part = range ?? new ByteRange(0, found.Length - 1);
        response.Headers.ContentLength = part.Length;
        if (range is not null)
        {
            response.StatusCode = 206;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {part.First}-{part.Last}/{found.Length}");
        }

        if (request.Method == "GET" && part.Length > 0)
        {
            var body = context.GetRequiredFeature<IHttpResponseBodyFeature>();
            await body.SendFileAsync(found.Path, part.First, part.Length, context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted);
        }
    }

    private static void Describe(IHttpResponseFeature response, BucketObject found)
    {
        response.Headers.ETag = found.Tag;
        response.Headers.LastModified = found.Modified.ToString("r", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ContentType = found.ContentType;
        response.Headers["x-amz-server-side-encryption"] = "AES256"; // every S3 object has it now; edges have to strip it
    }

    private static async Task Fail(IFeatureCollection context, IHttpRequestFeature request, BucketError error, string about)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        var place = error == BucketError.NoSuchBucket ? "BucketName" : error == BucketError.NoSuchKey ? "Key" : "Resource";
        var document = Encoding.UTF8.GetBytes(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>{error.Code}</Code><Message>{error.Message}</Message><{place}>{Escaped(about)}</{place}><RequestId>{response.Headers["x-amz-request-id"]}</RequestId><HostId>{response.Headers["x-amz-id-2"]}</HostId></Error>
            """);
        response.StatusCode = error.Status;
        response.Headers.ContentType = "application/xml";
        if (request.Method != "HEAD")
        {
            response.Headers.ContentLength = document.Length;
            await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(document);
        }
    }

    private static string Escaped(string text) => SecurityElement.Escape(new string([.. text.Where(c => c >= ' ' && !char.IsSurrogate(c))]));
}
