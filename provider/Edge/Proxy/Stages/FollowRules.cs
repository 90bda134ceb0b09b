using EdgeInfra.Edge.Proxy.Rules;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>
/// Does to a request what the version says, in the order of Fastly's generated VCL: conditions choose the backend, request settings, answers
/// without an origin, header rules. So a header rule changes nothing about a choice already made by condition.
/// </summary>
internal sealed class FollowRules : IStage
{
    public ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        var rules = request.Service!.Config.Rules; // set by MatchDomain
        if (rules.Deliver.Count > 0)
        {
            request.WatchDelivery();
        }

        request.Watch?.Saw(request.Service.Config.Choice, request);
        return rules.ActsOnRequests ? Follow(rules, request, rest) : rest(request);
    }

    private static ValueTask Follow(TrafficRules rules, EdgeRequest request, EdgeHandler rest)
    {
        request.Candidates = request.Service!.For(request);
        for (var i = 0; i < rules.Requests.Count; i++)
        {
            var rule = rules.Requests[i];
            if (request.Meets(rule.Guard, request.Frame, "request settings") && Settle(rule, request))
            {
                return RedirectToTls(request);
            }
        }

        for (var i = 0; i < rules.Answers.Count; i++)
        {
            if (request.Meets(rules.Answers[i].Guard, request.Frame, "response object"))
            {
                return request.Answer(rules.Answers[i]);
            }
        }

        if (rules.Recv.Count > 0)
        {
            HeaderEdit.Incoming(rules.Recv, request);
        }

        return rest(request);
    }

    // Whether the client must come back over TLS.
    private static bool Settle(RequestRule rule, EdgeRequest request)
    {
        request.Host = rule.Host ?? request.Host;
        request.ForwardedFor = rule.ForwardedFor ?? request.ForwardedFor;
        request.Passes = rule.Lookup is { } lookup ? !lookup : request.Passes;
        request.ForcesMiss |= rule.ForceMiss;
        if (rule.HashKeys.Count > 0)
        {
            request.HashBy(rule.HashKeys);
        }

        if (rule.Timer)
        {
            request.Headers.Set("X-Timer", OwnHeaders.TimerStart(request.Started));
        }

        return rule.ForceTls && !request.IsTls;
    }

    // To the host the client knows, whatever name the origin is asked by.
    private static async ValueTask RedirectToTls(EdgeRequest request)
    {
        var response = request.Response;
        response.Reset();
        (response.Status, response.Length) = (301, 0);
        response.Headers.Add("Location", $"https://{request.ClientHost}{request.Url}");
        await response.Start();
    }
}
