using EdgeInfra.Edge.Proxy.Stages;

namespace EdgeInfra.Edge.Proxy;

/// <summary>What happens to a request, in order. Read this file first to know the data path; each stage is one file in Stages.</summary>
internal static class EdgePipeline
{
    public static EdgeHandler Build(ConfigSlot slot, Random random, TimeProvider time, Action<string> log) => Chain(
        new TakeConfig(slot),        // pins the configuration the request lives with
        new RefuseMalformed(),       // 400, or 501 for what is not served
        new RefuseMisdirected(),     // 421 when the connection's certificate does not cover the host
        new MatchDomain(),           // 500 when no service answers for the host
        new AnswerPurge(time),       // 200 to what concerns the cache only
        new RefuseLoops(),           // 503 when the request keeps coming back
        new FollowRules(),           // the version's own answer, or another request
        new PickBackend(random),     // 503 when no origin may be used
        new PrepareOriginRequest(),  // what only the origin is told
        new GatherBody(),            // 408 and the like before a place at the origin is taken
        new Forward(new Failover(random, log), log)); // asks the origin and passes its answer on

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
