using EdgeInfra.Edge.Proxy.Explaining;
using EdgeInfra.Edge.Proxy.Seeing;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Model;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Edge.Proxy;

/// <content>What is told of the request afterwards.</content>
internal sealed partial class EdgeRequest
{
    /// <summary>Why the edge answered with an error page of its own; null when it did not.</summary>
    public EdgeError? Failure { get; private set; }

    /// <summary>A timestamp of its beginning; 0 when nobody will be told of it.</summary>
    public long Arrived { get; set; }

    /// <summary>How often it was sent again: on another connection, or to another backend.</summary>
    public int Retries { get; set; }

    /// <summary>Where what its backend does is counted; null before one was asked.</summary>
    public OriginTraffic? Asked { get; private set; }

    /// <summary>Call it for each backend it goes to.</summary>
    public OriginTraffic BeginAttempt()
    {
        Retries += Asked is null ? 0 : 1;
        Asked = Service!.Traffic.Of(Origin!.Origin.Name); // there is a service, and a backend was picked
        Asked.CountAttempt();
        return Asked;
    }

    /// <summary>Who looks on while it is only explained; null for those that are served.</summary>
    public DecisionPath? Watch { get; init; }

    /// <summary>Whether a rule is to be followed.</summary>
    public bool Meets(RuleGuard guard, in VclFrame frame, string kind, string? name = null) =>
        Watch is null ? guard.Holds(frame) : Watch.Saw(kind, name, guard, frame);

    /// <summary>Path and query that the client asked for, whatever rules made of them.</summary>
    public string ClientUrl { get; set; } = "";

    /// <summary>Bytes of the body that went to the client.</summary>
    public long BytesSent => Method == "HEAD" ? 0 : Response.BodyBytes;

    /// <summary>Why there was an error page, such as <c>connection_refused</c>; null without one.</summary>
    public string? Cause => Failure is { } error ? BackendMetrics.Cause(error) : null;

    /// <summary>The trace it belongs to, by its headers; null when they name none.</summary>
    public string? TraceId => (Span ?? TraceParent.Of(Headers))?.TraceId;

    /// <summary>The edge's own span in it, and the one that asked; null while nothing is traced.</summary>
    public TraceParent? Span { get; set; }

    public string? ParentSpan { get; set; }

    private void EndSeen() => (Failure, Arrived, Retries, Asked, Span, ParentSpan) = (null, 0, 0, null, null, null);
}
