namespace EdgeInfra.Model;

/// <summary>
/// What a version does to requests and answers besides choosing a backend, compiled, each list in the order it is followed.
/// A version without such rules has <see cref="None"/>, and costs nothing.
/// </summary>
public sealed record TrafficRules
{
    public static TrafficRules None { get; } = new();

    /// <summary>Host of requests that name none; empty when they are not served.</summary>
    public string DefaultHost { get; init; } = "";

    public ValueList<RequestRule> Requests { get; init; } = [];

    /// <summary>Answers given instead of asking an origin.</summary>
    public ValueList<AnswerRule> Answers { get; init; } = [];

    /// <summary>Changes of the request as it came in.</summary>
    public ValueList<HeaderRule> Recv { get; init; } = [];

    /// <summary>Changes of the request to the origin.</summary>
    public ValueList<HeaderRule> Miss { get; init; } = [];

    public ValueList<CompressionRule> Compression { get; init; } = [];

    /// <summary>Changes of the origin's answer.</summary>
    public ValueList<HeaderRule> Fetch { get; init; } = [];

    /// <summary>Answers given instead of the origin's.</summary>
    public ValueList<AnswerRule> Replacements { get; init; } = [];

    /// <summary>When an origin's answer is thrown away and the request begins anew.</summary>
    public ValueList<RuleGuard> Restarts { get; init; } = [];

    /// <summary>What is said about the life of answers in the cache; the last one that holds and says something counts.</summary>
    public ValueList<CachingRule> Caching { get; init; } = [];

    /// <summary>Fresh for that long when an answer says nothing itself.</summary>
    public TimeSpan DefaultTtl { get; init; } = TimeSpan.FromSeconds(new Settings().DefaultTtl);

    /// <summary>Served stale for that long while the origin fails, when an answer says nothing itself; null without.</summary>
    public TimeSpan? StaleIfError { get; init; }

    /// <summary>Changes of every answer to the client, also of one made by the edge itself.</summary>
    public ValueList<HeaderRule> Deliver { get; init; } = [];

    /// <summary>Whether frames need a place for what patterns have captured.</summary>
    public bool UsesCaptures { get; init; }

    public bool ActsOnRequests => Requests.Count + Answers.Count + Recv.Count > 0;
}
