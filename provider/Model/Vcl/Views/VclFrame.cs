namespace EdgeInfra.Model.Vcl;

/// <summary>
/// What an expression looks at while it is evaluated. It must hold the views that were promised when compiling
/// (<see cref="VclEnvironment.Views"/>).
/// </summary>
public readonly struct VclFrame(IRequestView request)
{
    public IRequestView Request { get; } = request;

    public IRequestView? OriginRequest { get; init; }

    /// <summary>The origin's answer when fetching, the delivered one when delivering.</summary>
    public IResponseView? Response { get; init; }

    public IConnectionView? Connection { get; init; }

    public IObjectView? CachedObject { get; init; }

    /// <summary>Needed where <see cref="VclExpression{T}.UsesCaptures"/> says so.</summary>
    public VclCaptures? Captures { get; init; }
}
