using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Rules;

/// <summary>Applies the rules for an origin's answer, once its head is there.</summary>
internal static class OriginAnswer
{
    /// <summary>The answer to give instead, or null.</summary>
    public static AnswerRule? Follow(EdgeRequest request)
    {
        var rules = request.Service!.Config.Rules; // there is an answer, so there is a service
        if (rules.Compression.Count > 0)
        {
            Compression.Consider(rules.Compression, request);
        }

        if (rules.Fetch.Count > 0)
        {
            HeaderEdit.Answer(rules.Fetch, request);
        }

        for (var i = 0; i < rules.Replacements.Count; i++)
        {
            if (rules.Replacements[i].Guard.Holds(request.Frame))
            {
                return rules.Replacements[i];
            }
        }

        for (var i = 0; i < rules.Restarts.Count && !request.BeginsAnew; i++)
        {
            request.BeginsAnew = rules.Restarts[i].Holds(request.Frame);
        }

        if (request.Response.Coding != ContentCoding.None)
        {
            Compression.Settle(request.Response);
        }

        return null;
    }
}
