using System.IO.Pipelines;
using System.Net;
using EdgeInfra.Edge.Proxy.Caching;
using EdgeInfra.Edge.Proxy.Front.Certificates;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy;

/// <summary>A request as the stages see it, whatever front it came through. One lives as long as its connection and is filled again for each request.</summary>
internal sealed partial class EdgeRequest : IRequestView
{
    private IPAddress _client = IPAddress.None;
    private string? _clientIp;

    public string Method { get; set; } = "";

    /// <summary>Path and query as the client sent them, byte for byte; for an absolute-form target what follows the authority.</summary>
    public string Url { get; set; } = "";

    /// <summary>The Host header, or the authority of an absolute-form target, with its port; empty when there is none. Rules may change it.</summary>
    public string Host { get; set; } = "";

    /// <summary>The host the client asked for, whatever rules made of it.</summary>
    public string ClientHost { get; set; } = "";

    public bool IsTls { get; set; }

    /// <summary>What the client spoke: HTTP/1.0, HTTP/1.1 or HTTP/2.</summary>
    public string Protocol { get; set; } = "HTTP/1.1";

    /// <summary>The certificate of the client's connection; null without TLS.</summary>
    public ServedCertificate? Certificate { get; set; }

    /// <summary>The client's port, and the address and port it connected to; behind a PROXY header, what that says.</summary>
    public int ClientPort { get; set; }

    public IPAddress ServerAddress { get; set; } = IPAddress.None;

    public int ServerPort { get; set; }

    /// <summary>Whether the message broke a rule that the front's own parser lets pass.</summary>
    public bool IsMalformed { get; set; }

    /// <summary>Whether the front has looked at each character of target and headers itself.</summary>
    public bool IsChecked { get; set; }

    public HeaderList Headers { get; } = new();

    /// <summary>null when the request has no body.</summary>
    public PipeReader? Body { get; set; }

    /// <summary>Bytes of the body when the client announced them; null for a chunked body.</summary>
    public long? BodyLength { get; set; }

    /// <summary>The protocol the client asks to switch to, if it can be; HTTP/2 is not passed on, it ends at each hop.</summary>
    public string? Upgrade { get; set; }

    /// <summary>Cancelled when the client has gone.</summary>
    public CancellationToken Aborted { get; set; }

    public required EdgeResponse Response { get; init; }

    /// <summary>The configuration this request lives with from beginning to end; set by the first stage.</summary>
    public LiveConfig? Config { get; set; }

    public LiveService? Service { get; set; }

    /// <summary>The backend or director a rule has sent the request to; null lets the version's conditions choose.</summary>
    public string? BackendName { get; set; }

    /// <summary>The origins it may go to; set when one of them was picked.</summary>
    public Candidates? Candidates { get; set; }

    public LiveOrigin? Origin { get; set; }

    /// <summary>Those of its candidates that could not be reached.</summary>
    public List<LiveOrigin> Tried { get; } = [];

    public IPAddress Client
    {
        get => _client;
        set
        {
            if (!_client.Equals(value))
            {
                (_client, _clientIp) = (value, null);
            }
        }
    }

    public string ClientIp => _clientIp ??= _client.ToString();

    public string? Header(string name) => HeaderList.Same(name, "Host") ? Host : Headers.First(name);

    /// <summary>Ends the request's hold on what it used. The front calls it once, after the answer.</summary>
    public void End()
    {
        Service?.Traffic.Count(Response.Status, BytesSent, Failure is not null);
        if (Cached != CacheState.None)
        {
            Service?.Traffic.CountCached(Cached);
        }

        Config?.Leave();
        (Config, Service, Origin, Body, BodyLength, Upgrade) = (null, null, null, null, null, null);
        (BackendName, Candidates) = (null, null);
        Tried.Clear();
        (Aborted, IsMalformed, IsChecked) = (default, false, false);
        EndCourse();
        EndRules();
        EndWays();
        EndSeen();
        EndCached();
        Headers.Clear();
        Response.Reset();
    }

    public ValueTask Fail(EdgeError error, string? allow = null)
    {
        Failure = error;
        if (ErrorAnswer.IsOrigins(error) && Fill is { MayStandIn: true } fill && !Response.HasStarted)
        {
            Failure = null;
            return fill.StandIn(this);
        }

        var answer = ErrorAnswer.For(error);
        return error == EdgeError.Misdirected
            ? Response.Answer(answer, "text/plain; charset=utf-8", ErrorAnswer.Misdirected())
            : error == EdgeError.UnknownDomain
            ? Response.Answer(answer, "text/plain; charset=utf-8", ErrorAnswer.UnknownDomain(Host))
            : Response.Answer(answer, "text/html; charset=utf-8", answer.Page(), allow);
    }
}
