using System.IO.Pipelines;
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

    public override void Abort() => _features.Get<IHttpRequestLifetimeFeature>()?.Abort();
}
