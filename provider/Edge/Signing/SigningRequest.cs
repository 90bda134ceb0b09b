namespace EdgeInfra.Edge.Signing;

/// <summary>
/// What of a request a signature holds besides its headers and its query, as it is sent. Characters are the bytes of the wire; the host comes
/// with its port where the Host header has one.
/// </summary>
internal readonly record struct SigningRequest(string Method, string Path, string Host, DateTimeOffset Now);
