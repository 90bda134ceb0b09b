using System.Globalization;
using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Edge.Proxy;

/// <summary>The answer on its way to the client. Fill in status and headers, start it, then write the body; it ends when the request's handler returns.</summary>
internal abstract class EdgeResponse : IResponseView
{
    public int Status { get; set; }

    /// <summary>The reason phrase; empty leaves the usual one of the status.</summary>
    public string Reason { get; set; } = "";

    public HeaderList Headers { get; } = new();

    /// <summary>What the body's length is announced as; null lets the front choose a framing that needs none.</summary>
    public long? Length { get; set; }

    /// <summary>Whether nothing will follow the head, also should a rule give it a status that has a body.</summary>
    public bool IsEmpty { get; set; }

    /// <summary>How its body is compressed on its way.</summary>
    public ContentCoding Coding { get; set; }

    /// <summary>Bytes of the body handed on so far.</summary>
    public long BodyBytes { get; set; }

    /// <summary>Whether the origin fell silent before the end. The client takes what came for the whole; nobody else may be given it.</summary>
    public bool IsCutShort { get; set; }

    /// <summary>How long a cache may keep the answer, where the origin's policy says so rather than its headers. Clients are not told.</summary>
    public TimeSpan? Ttl { get; set; }

    /// <summary>Called once the head is complete, before it is sent; may still change it.</summary>
    public Action? Starting { get; set; }

    /// <summary>Whether the status allows a body at all.</summary>
    public bool MayHaveBody => Status is >= 200 and not (204 or 205 or 304);

    string IResponseView.Protocol => "HTTP/1.1";

    public abstract bool HasStarted { get; }

    /// <summary>Whether the client can be given fields after the body.</summary>
    public virtual bool MayTrail => false;

    /// <summary>Takes the body's bytes, once started. What is written to it for a HEAD request is dropped.</summary>
    public abstract PipeWriter Body { get; }

    /// <summary>Sends status and headers, at the latest with the first bytes of the body.</summary>
    public ValueTask Start()
    {
        Starting?.Invoke();
        if (IsEmpty && MayHaveBody)
        {
            Length = 0;
        }

        return Send();
    }

    /// <summary>Passes on an interim answer (1xx), before this one begins; nothing happens where the client can't have any.</summary>
    public abstract ValueTask Interim(ResponseHead head);

    /// <summary>Sends status 101 and the headers instead of <see cref="Start"/>. From then on the client's bytes are in this stream.</summary>
    public abstract Task<Stream> Switch();

    /// <summary>Sends fields after the body, where the client can have any; they are dropped elsewhere.</summary>
    public abstract void Trail(HeaderList fields);

    /// <summary>Breaks the connection, so that the client can't take what it has for the whole.</summary>
    public abstract void Abort();

    /// <summary>The only piece of a body, which a rule may have forbidden by the status it has set.</summary>
    public async ValueTask Write(ReadOnlyMemory<byte> body)
    {
        if (MayHaveBody)
        {
            await Body.WriteAsync(body);
        }
        else
        {
            BodyBytes = 0;
        }
    }

    public string? Header(string name) =>
        HeaderList.Same(name, "Content-Length") ? Length?.ToString(CultureInfo.InvariantCulture) : Headers.First(name);

    public void Reset()
    {
        (Status, Reason, Length, BodyBytes, IsEmpty, Coding, IsCutShort, Ttl) = (0, "", null, 0, false, ContentCoding.None, false, null);
        Headers.Clear();
    }

    /// <summary>A whole answer made here.</summary>
    /// <param name="allow">The methods that are allowed, where that is what is told.</param>
    public async ValueTask Answer(ErrorAnswer answer, string contentType, byte[] body, string? allow = null)
    {
        Reset();
        (Status, Reason, Length, BodyBytes) = (answer.Status, answer.Text, body.Length, body.Length);
        Headers.Add("Content-Type", contentType);
        Headers.Add("Retry-After", "0");
        Headers.Add("Cache-Control", "no-store");
        if (allow is not null)
        {
            Headers.Add("Allow", allow);
        }

        if (answer.Closes)
        {
            Headers.Add("Connection", "close"); // the front leaves it out of HTTP/2
        }

        await Start();
        await Write(body);
    }

    protected abstract ValueTask Send();

    public override string ToString() => Status.ToString(CultureInfo.InvariantCulture) + " " + Reason;
}
