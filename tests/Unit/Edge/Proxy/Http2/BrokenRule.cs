namespace Unit.Edge.Proxy.Http2;

/// <summary>What breaks a rule of RFC 9113 or RFC 7541, and how that ends.</summary>
/// <param name="Name">The rule, as a sentence's end.</param>
/// <param name="Frames">What the client sends after its hello.</param>
/// <param name="Code">The error.</param>
/// <param name="Stream">The stream that is reset; 0 where the whole connection ends.</param>
internal sealed record BrokenRule(string Name, byte[] Frames, int Code, int Stream = 0);
