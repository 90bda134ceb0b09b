using System.Globalization;
using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy;

/// <summary>The answer on its way to the client. Fill in status and headers, start it, then write the body; it ends when the request's handler returns.</summary>
internal abstract class EdgeResponse
{
    public int Status { get; set; }

    /// <summary>The reason phrase; empty leaves the usual one of the status.</summary>
    public string Reason { get; set; } = "";

    public HeaderList Headers { get; } = new();

    /// <summary>What the body's length is announced as; null lets the front choose a framing that needs none.</summary>
    public long? Length { get; set; }

    /// <summary>Bytes of the body handed on so far.</summary>
    public long BodyBytes { get; set; }

    public abstract bool HasStarted { get; }

    /// <summary>Takes the body's bytes, once started. What is written to it for a HEAD request is dropped.</summary>
    public abstract PipeWriter Body { get; }

    /// <summary>Sends status and headers, at the latest with the first bytes of the body.</summary>
    public abstract ValueTask Start();

    /// <summary>Breaks the connection, so that the client can't take what it has for the whole.</summary>
    public abstract void Abort();

    public void Reset()
    {
        (Status, Reason, Length, BodyBytes) = (0, "", null, 0);
        Headers.Clear();
    }

    /// <summary>A whole answer made here.</summary>
    public async ValueTask Answer(ErrorAnswer answer, string contentType, byte[] body)
    {
        Reset();
        (Status, Reason, Length, BodyBytes) = (answer.Status, answer.Text, body.Length, body.Length);
        Headers.Add("Content-Type", contentType);
        Headers.Add("Retry-After", "0");
        Headers.Add("Cache-Control", "no-store");
        if (answer.Closes)
        {
            Headers.Add("Connection", "close"); // the front leaves it out of HTTP/2
        }

        await Start();
        await Body.WriteAsync(body);
    }

    public override string ToString() => Status.ToString(CultureInfo.InvariantCulture) + " " + Reason;
}
