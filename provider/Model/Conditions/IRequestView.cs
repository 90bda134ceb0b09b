namespace EdgeInfra.Model;

/// <summary>
/// What a condition may see of a request. Header names are looked up without regard to case; a header that is absent is
/// null, not empty.
/// </summary>
public interface IRequestView
{
    /// <summary>Path and query as received: <c>/a/b?c=d</c>.</summary>
    string Url { get; }

    string Method { get; }

    /// <summary>The client's address as <see cref="System.Net.IPAddress"/> writes it.</summary>
    string ClientIp { get; }

    string? Header(string name);
}
