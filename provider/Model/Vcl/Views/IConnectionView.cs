using System.Net;

namespace EdgeInfra.Model.Vcl;

/// <summary>What an expression may see of the connection a request came by, and of the server that answers it.</summary>
public interface IConnectionView
{
    /// <summary>As in <c>HTTP/1.1</c>.</summary>
    string Protocol { get; }

    bool IsTls { get; }

    int ClientPort { get; }

    /// <summary>Requests on this connection so far, this one included.</summary>
    int ClientRequests { get; }

    IPAddress ServerAddress { get; }

    int ServerPort { get; }

    string ServerName { get; }

    string Datacenter { get; }

    string Region { get; }

    string ServiceId { get; }

    int ServiceVersion { get; }

    /// <summary>Differs between any two requests.</summary>
    string RequestId { get; }

    int Restarts { get; }

    /// <summary>Nodes of ours that the request has passed for this service, as they have signed it.</summary>
    int Visits { get; }

    /// <summary>Whether the origin itself is asked, not the place that shields it.</summary>
    bool AsksOrigin { get; }

    /// <summary>When the request began.</summary>
    DateTimeOffset Started { get; }
}
