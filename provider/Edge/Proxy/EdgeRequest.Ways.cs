using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Edge.Proxy.Rules;

namespace EdgeInfra.Edge.Proxy;

/// <content>The way a request takes: through which nodes, and how often.</content>
internal sealed partial class EdgeRequest
{
    /// <summary>This node, as rules and answers name it.</summary>
    public EdgeNode Node { get; set; } = EdgeNode.Alone;

    /// <summary>What this node tells of itself; null where nobody wants to know.</summary>
    public OwnHeaders? OwnHeaders { get; set; }

    /// <summary>The fields after the body, once that was read; null when there can be none.</summary>
    public Func<IEnumerable<HeaderLine>>? Trailers { get; set; }

    /// <summary>Whether the client can be given fields after the body, and has said that it looks at them.</summary>
    public bool TakesTrailers => Response.MayTrail && Headers.First("TE") is { } coding && Tokens.Contains(coding, "trailers");

    /// <summary>Nodes of ours that the request has passed for this service.</summary>
    public int Visits { get; set; }

    /// <summary>How often it has begun anew.</summary>
    public int Restarts { get; private set; }

    /// <summary>Whether a rule has thrown the origin's answer away.</summary>
    public bool BeginsAnew { get; set; }

    /// <summary>The origin behind the shield that is asked; null when the origin itself is.</summary>
    public LiveOrigin? Behind { get; set; }

    /// <summary>What a shield knows this node by.</summary>
    public string? Signature { get; set; }

    /// <summary>One that came from another place ends here, so two places with different versions send none back and forth.</summary>
    public bool MayUseShield => Visits == 0 && Restarts == 0;

    /// <summary>Forgets the way taken so far. What rules have made of the request stays.</summary>
    public void BeginAnew()
    {
        Restarts++;
        (BeginsAnew, BackendName, Candidates, Origin) = (false, null, null, null);
        TurnFromShield();
        EndCached();
        Tried.Clear();
        Response.Reset();
    }

    /// <summary>Leaves the shield out. What was made for its eyes is made anew.</summary>
    public void TurnFromShield()
    {
        (Behind, Signature) = (null, null);
        _toOrigin?.Reset();
    }

    /// <summary>Applies the rules for the request to whom it goes to.</summary>
    public void PrepareForOrigin()
    {
        var rules = Service!.Config.Rules.Miss; // there is an origin, so there is a service
        if (rules.Count > 0)
        {
            HeaderEdit.ToOrigin(rules, this);
        }
    }

    private void EndWays()
    {
        (Visits, Restarts, BeginsAnew, Behind, Signature) = (0, 0, false, null, null);
        (OwnHeaders, Trailers) = (null, null);
    }
}
