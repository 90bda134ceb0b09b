using System.Security.Cryptography;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>Makes the edge a part of its visitors' traces: the origin is told the edge's own span, and the span goes where traces are collected.</summary>
internal sealed class Tracing(Action<Span> export, TimeProvider time)
{
    /// <summary>Call it when a request begins. A new trace is begun, and sampled, for a request that belongs to none.</summary>
    public static void Begin(EdgeRequest request)
    {
        var parent = TraceParent.Of(request.Headers);
        var self = parent is null
            ? new TraceParent(Id(16), Id(8), IsSampled: true)
            : parent with { SpanId = Id(8) };
        if (parent is null)
        {
            request.Headers.Remove("tracestate"); // it means nothing without the other
        }

        request.Headers.Set(TraceParent.Header, $"{self}");
        (request.Span, request.ParentSpan) = (self, parent?.SpanId);
    }

    /// <summary>Call it when a request has ended. Who began the trace decides whether it is collected.</summary>
    public void End(EdgeRequest request)
    {
        if (request.Span is { IsSampled: true } self)
        {
            export(Seeing.Span.Of(request, self, request.ParentSpan, time.GetElapsedTime(request.Arrived)));
        }
    }

    private static string Id(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
