using System.Globalization;
using System.Net;
using System.Text;
using EdgeInfra.Edge.Proxy.Rules;
using EdgeInfra.Model;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Edge.Proxy;

/// <content>What rules see of the request, and what they leave behind.</content>
internal sealed partial class EdgeRequest : IConnectionView
{
    private OriginRequest? _toOrigin;
    private VclCaptures? _captures;
    private Action? _deliver;
    private string? _id;

    public int ClientRequests { get; set; }

    public DateTimeOffset Started { get; set; }

    /// <summary>What the origin is told in X-Forwarded-For.</summary>
    public ForwardedFor ForwardedFor { get; set; }

    string IConnectionView.ServerName => Node.Name;

    string IConnectionView.Datacenter => Node.Place;

    string IConnectionView.Region => "local";

    string IConnectionView.ServiceId => Service!.Config.ServiceId; // conditions are the service's

    int IConnectionView.ServiceVersion => Service!.Config.VersionNumber;

    bool IConnectionView.AsksOrigin => Behind is null;

    string IConnectionView.RequestId => _id ??= Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    /// <summary>What the origin is asked; the client's own request unless rules made another of it.</summary>
    public OriginRequest ToOrigin => _toOrigin ??= new OriginRequest(this);

    /// <summary>All that expressions may look at. Captures last as long as the request.</summary>
    public VclFrame Frame => new(this)
    {
        Connection = this,
        OriginRequest = ToOrigin,
        Response = Response,
        Captures = Service!.Config.Rules.UsesCaptures ? _captures ??= new VclCaptures() : null,
    };

    /// <summary>From here on, rules change whatever answer is given.</summary>
    public void WatchDelivery() =>
        Response.Starting = _deliver ??= () =>
        {
            OwnHeaders?.Write(this);
            HeaderEdit.Answer(Service!.Config.Rules.Deliver, this); // while there is a service
        };

    /// <summary>Gives an answer of the version's own.</summary>
    public async ValueTask Answer(AnswerRule answer)
    {
        var body = Encoding.UTF8.GetBytes(answer.Content);
        Response.Reset();
        (Response.Status, Response.Reason, Response.Length, Response.BodyBytes) = (answer.Status, answer.Reason, body.Length, body.Length);
        if (answer.ContentType.Length > 0)
        {
            Response.Headers.Add("Content-Type", answer.ContentType);
        }

        await Response.Start();
        await Response.Write(body);
    }

    private void EndRules()
    {
        (Candidates, _captures, _id, ForwardedFor, Response.Starting) = (null, null, null, default, null);
        _toOrigin?.Reset();
    }
}
