using System.Net;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Seeing;

/// <summary>A request that nobody sent, and the configuration it is to be imagined in.</summary>
internal sealed record ExplainQuestion(EdgeConfig Config, string Method, string Url, string Host, bool IsTls)
{
    /// <summary>Names and values, without Host.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IPAddress Client { get; init; } = IPAddress.Loopback;
}
