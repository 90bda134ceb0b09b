namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>Where the access log goes. Used by one thread, but for <see cref="Reopen"/>.</summary>
internal interface IAccessTarget : IDisposable
{
    /// <exception cref="IOException">The lines are lost.</exception>
    void Write(ReadOnlySpan<byte> lines);

    /// <summary>What comes next goes to a file of that name which is opened then.</summary>
    void Reopen();
}
