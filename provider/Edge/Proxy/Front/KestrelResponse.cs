using System.Buffers;
using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>The answer, written through Kestrel.</summary>
internal sealed class KestrelResponse : EdgeResponse
{
    private IFeatureCollection _features = new FeatureCollection();
    private IHttpResponseFeature? _head;
    private IHttpResponseBodyFeature? _body;

    public override bool HasStarted => _head?.HasStarted == true;

    // Kestrel sends them in HTTP/2 only.
    public override bool MayTrail => _features.Get<IHttpRequestFeature>()?.Protocol == "HTTP/2";

    public override PipeWriter Body => _body!.Writer; // started first

    public void Attach(IFeatureCollection features)
    {
        _features = features;
        _head = features.Get<IHttpResponseFeature>();
        _body = features.Get<IHttpResponseBodyFeature>();
    }

    protected override ValueTask Send()
    {
        var head = _head!; // attached before the request is handled
        head.StatusCode = Status;
        head.ReasonPhrase = Reason.Length > 0 ? Reason : null;
        foreach (ref readonly var line in Headers.Lines)
        {
            head.Headers.Append(line.Name, line.Value);
        }

        // Where no body is allowed Kestrel accepts no length either, except with 304.
        if (MayHaveBody || Status == 304)
        {
            head.Headers.ContentLength = Length;
        }

        return new ValueTask(_body!.StartAsync());
    }

    /// <summary>Sends what is still held back. Kestrel itself does so only for an answer of which nothing has left yet, or one in chunks.</summary>
    public ValueTask<FlushResult> Finish() =>
        Length is not null && HasStarted && _body!.Writer.UnflushedBytes > 0 ? _body.Writer.FlushAsync() : default;

    public override async ValueTask Interim(ResponseHead head)
    {
        // Kestrel knows no interim answers but its own 100; where nothing else is being written they can go past it. HTTP/2 frames them.
        if (_features.Get<IHttpRequestFeature>()?.Protocol == "HTTP/1.1" && _features.Get<IConnectionTransportFeature>()?.Transport.Output is { } output)
        {
            RequestHead.Text(output, $"HTTP/1.1 {head.Status} {head.Reason}\r\n");
            foreach (var line in HopByHop.Passed(head.Headers))
            {
                RequestHead.Line(output, line.Name, line.Value);
            }

            output.Write("\r\n"u8);
            await output.FlushAsync();
        }
    }

    public override Task<Stream> Switch()
    {
        if (WebSocketOverHttp2.IsAsked(_features))
        {
            return WebSocketOverHttp2.Accept(_features, _head!, Headers);
        }

        foreach (ref readonly var line in Headers.Lines)
        {
            _head!.Headers.Append(line.Name, line.Value);
        }

        return _features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }

    public override void Trail(HeaderList fields)
    {
        if (_features.Get<IHttpResponseTrailersFeature>()?.Trailers is { IsReadOnly: false } trailers)
        {
            foreach (ref readonly var line in fields.Lines)
            {
                trailers.Append(line.Name, line.Value);
            }
        }
    }

    public override void Abort() => _features.Get<IHttpRequestLifetimeFeature>()?.Abort();
}
