using System.Net;

namespace EdgeInfra.Model;

/// <summary>
/// What an expression may see of a request: the client's, or the one to an origin. Header names are looked up without regard
/// to case; a header that is absent is null, not empty.
/// </summary>
public interface IRequestView
{
    /// <summary>Path and query as received: <c>/a/b?c=d</c>.</summary>
    string Url { get; }

    string Method { get; }

    /// <summary>The client's address as <see cref="IPAddress"/> writes it.</summary>
    string ClientIp { get; }

    /// <summary>The same address; implement it where it is at hand, so that nothing is parsed for each question.</summary>
    IPAddress Client => IPAddress.Parse(ClientIp);

    string? Header(string name);
}
