using EdgeInfra.Edge.Cache;

namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>What a version says about the life of an answer: the origin's policy, cache settings whose condition holds, and the general settings.</summary>
internal static class CacheWishes
{
    public const string Policy = "policy", Rule = "cache settings";

    public static CacheWish For(EdgeRequest request)
    {
        var rules = request.Service!.Config.Rules; // an origin has answered, so there is a service
        var wish = new CacheWish
        {
            Ttl = request.Response.Ttl,
            Source = Policy,
            DefaultTtl = rules.DefaultTtl,
            StaleIfError = IsSaid(request) ? null : rules.StaleIfError,
        };
        for (var i = 0; i < rules.Caching.Count; i++)
        {
            var rule = rules.Caching[i];
            if (rule.Guard.Holds(request.Frame))
            {
                wish = wish with
                {
                    Pass = rule.Pass ?? wish.Pass,
                    Ttl = rule.Ttl ?? wish.Ttl,
                    Source = rule.Ttl is null ? wish.Source : Rule,
                    StaleIfError = rule.StaleTtl ?? wish.StaleIfError,
                };
            }
        }

        return wish;
    }

    private static bool IsSaid(EdgeRequest request) =>
        CacheDirectives.Of(request.Response.Headers, "Surrogate-Control")?.StaleIfError is not null
        || CacheDirectives.Of(request.Response.Headers, "Cache-Control")?.StaleIfError is not null;
}
