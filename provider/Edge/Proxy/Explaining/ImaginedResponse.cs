using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Explaining;

/// <summary>An answer that goes nowhere.</summary>
internal sealed class ImaginedResponse : EdgeResponse
{
    private bool _started;

    public override bool HasStarted => _started;

    public override PipeWriter Body { get; } = PipeWriter.Create(Stream.Null);

    public override ValueTask Interim(ResponseHead head) => default;

    public override Task<Stream> Switch() => Task.FromResult(Stream.Null);

    public override void Trail(HeaderList fields)
    {
    }

    public override void Abort() => _started = true;

    protected override ValueTask Send()
    {
        _started = true;
        return default;
    }
}
