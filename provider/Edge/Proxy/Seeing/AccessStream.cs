namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>A stream that is there from the beginning, such as standard output. It is not closed.</summary>
internal sealed class AccessStream(Stream stream) : IAccessTarget
{
    public void Write(ReadOnlySpan<byte> lines)
    {
        stream.Write(lines);
        stream.Flush();
    }

    public void Reopen()
    {
        // There is no name to open.
    }

    public void Dispose() => stream.Flush();
}
