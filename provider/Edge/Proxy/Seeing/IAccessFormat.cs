namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>How a request is told in the access log: one line, its end included. It never tells what identifies a visitor to an origin.</summary>
internal interface IAccessFormat
{
    /// <param name="request">It has ended, and is not yet forgotten.</param>
    /// <param name="took">From its head to the end of the answer.</param>
    byte[] Line(EdgeRequest request, TimeSpan took);
}
