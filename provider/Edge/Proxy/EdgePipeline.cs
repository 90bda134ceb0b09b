using EdgeInfra.Edge.Cache;
using EdgeInfra.Edge.Proxy.Caching;
using EdgeInfra.Edge.Proxy.Rules;
using EdgeInfra.Edge.Proxy.Shields;
using EdgeInfra.Edge.Proxy.Stages;

namespace EdgeInfra.Edge.Proxy;

/// <summary>What happens to a request, in order. Read this file first to know the data path; each stage is one file in Stages.</summary>
internal static class EdgePipeline
{
    public static EdgeHandler Build(ConfigSlot slot, EdgeNode node, NodeSignature signature, ProxyOptions options, CacheStore? cache) => Through(
        new TakeConfig(slot), node, signature, options, cache,
        new Forward(new Failover(options.Random, options.Log), options.Time, options.Log)); // asks the origin and passes its answer on

    /// <summary>All that is decided about a request, whether it is served or only explained.</summary>
    public static EdgeHandler Through(IStage config, EdgeNode node, NodeSignature signature, ProxyOptions options, CacheStore? cache, IStage origin) => Chain(
        config,                      // pins the configuration the request lives with
        new RefuseMalformed(),       // 400, or 501 for what is not served
        new RefuseMisdirected(),     // 421 when the connection's certificate does not cover the host
        new MatchDomain(),           // 500 when no service answers for the host
        new TrustNodes(node, signature), // a request from another node of ours is its client's
        new SignAnswers(new OwnHeaders(options.FastlyHeaders, options.Time)), // X-Served-By and the like
        new AnswerPurge(cache, options.Time), // what is removed from the cache
        new RefuseLoops(),           // 503 when the request keeps coming back
        new BeginAnew(),             // the rest again, when a rule throws an answer away
        new FollowRules(),           // the version's own answer, or another request
        new AskCache(cache, options.Time), // what the cache has and may give
        new PickBackend(options.Random),     // 503 when no origin may be used
        new GoThroughShield(signature), // to another node, when that one shields the origin
        new PrepareOriginRequest(),  // what only the origin is told
        new GatherBody(),            // 408 and the like before a place at the origin is taken
        origin);                     // asks it

    private static EdgeHandler Chain(params ReadOnlySpan<IStage> stages)
    {
        EdgeHandler handler = static _ => throw new InvalidOperationException("The last stage answers every request.");
        for (var i = stages.Length - 1; i >= 0; i--)
        {
            var (stage, rest) = (stages[i], handler);
            handler = request => stage.Run(request, rest);
        }

        return handler;
    }
}
