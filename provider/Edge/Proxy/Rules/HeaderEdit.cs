using System.Buffers;
using System.Globalization;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Edge.Proxy.Rules;

/// <summary>Applies header rules to messages. What cannot stand in its place (a URL with blanks, a status of letters) is not put there.</summary>
internal static class HeaderEdit
{
    private static readonly SearchValues<char> NotInHosts = SearchValues.Create(" \t,/?#@\\");

    public static void Incoming(ValueList<HeaderRule> rules, EdgeRequest request)
    {
        var frame = request.Frame;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (!request.Meets(rule.Guard, frame, "request header", rule.Name))
            {
                continue;
            }

            switch (rule.Target.Part)
            {
                case RulePart.Backend:
                    request.BackendName = rule.Backend ?? rule.Value(null, frame) ?? request.BackendName;
                    break;
                case RulePart.Url:
                    request.Url = Target(rule.Value(request.Url, frame)) ?? request.Url;
                    break;
                case RulePart.Header when HeaderList.Same(rule.Target.Header, "Host"):
                    request.Host = Host(rule.Value(request.Host, frame)) ?? request.Host;
                    break;
                default:
                    Apply(rule, request.Headers, frame);
                    break;
            }
        }
    }

    public static void ToOrigin(ValueList<HeaderRule> rules, EdgeRequest request)
    {
        var sent = request.ToOrigin;
        sent.Copy();
        var frame = request.Frame;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (!request.Meets(rule.Guard, frame, "fetch header", rule.Name))
            {
                continue;
            }

            if (rule.Target.Part == RulePart.Url)
            {
                sent.Url = Target(rule.Value(sent.Url, frame)) ?? sent.Url;
            }
            else if (HeaderList.Same(rule.Target.Header, "Host"))
            {
                sent.Host = Host(rule.Value(sent.Host, frame)) ?? sent.Host;
            }
            else
            {
                Apply(rule, sent.Headers, frame);
            }
        }
    }

    /// <summary>For the origin's answer, and for the answer to the client.</summary>
    public static void Answer(ValueList<HeaderRule> rules, EdgeRequest request)
    {
        var (frame, response) = (request.Frame, request.Response);
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (!request.Meets(rule.Guard, frame, "answer header", rule.Name))
            {
                continue;
            }

            switch (rule.Target.Part)
            {
                case RulePart.Status:
                    SetStatus(response, rule.Value(response.Status.ToString(CultureInfo.InvariantCulture), frame));
                    break;
                case RulePart.Reason:
                    response.Reason = rule.Value(response.Reason, frame) ?? response.Reason;
                    break;
                default:
                    Apply(rule, response.Headers, frame);
                    break;
            }
        }
    }

    private static void Apply(HeaderRule rule, HeaderList headers, in VclFrame frame)
    {
        var name = rule.Target.Header;
        if (rule.AddsLine)
        {
            if ((!rule.IgnoreIfSet || headers.First(name) is null) && rule.Value(null, frame) is { } line)
            {
                headers.Add(name, line);
            }

            return;
        }

        var current = headers.Joined(name, rule.Target.Separator);
        var value = rule.Value(current, frame);
        if (value is null)
        {
            headers.Remove(name);
        }
        else if (!ReferenceEquals(value, current))
        {
            headers.Set(name, value);
        }
    }

    private static void SetStatus(EdgeResponse response, string? text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= 200 and < 600 && status != response.Status)
        {
            (response.Status, response.Reason) = (status, "");
        }
    }

    private static string? Target(string? url) =>
        url is ['/', ..] && !url.AsSpan().ContainsAny(' ', '\t') ? url : null;

    private static string? Host(string? host) =>
        host is { Length: > 0 } && !host.AsSpan().ContainsAny(NotInHosts) ? host : null;
}
