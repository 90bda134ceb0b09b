using System.Text.Json.Nodes;
using EdgeInfra.Edge.Proxy.Policies;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Explaining;

/// <summary>What an origin's policy does to a request and to its answers, a step each, in the order in which it does it. Secrets are not among it.</summary>
internal static class PolicySteps
{
    public static JsonArray Of(OriginCourse course, EdgeRequest request) => new(
        [.. Steps(course, request).Where(step => step.What.Length > 0).Select(step => new JsonObject { ["step"] = step.Name, ["what"] = step.What })]);

    private static IEnumerable<(string Name, string What)> Steps(OriginCourse course, EdgeRequest request)
    {
        var (policy, declared) = (course.Policy, course.Policy.Declared);
        var (asked, query) = Cut(request.ToOrigin.Url);
        var (sent, passed) = Cut(course.Url);
        yield return ("methods", policy.Allow.Length > 0 ? $"only {policy.Allow}" : "");
        yield return ("path", asked == sent ? "" : $"{asked} is asked for as {sent}");
        yield return ("prefix", policy.Prefix);
        yield return ("index", policy.Index is { } index && course.Path.EndsWith('/') ? index : "");
        yield return ("top", course.IsTop ? "missing, because it would be a list of the bucket" : "");
        yield return ("query", query == passed ? "" : passed.Length == 0 ? $"{query} is dropped" : $"of {query} only {passed} is passed");
        yield return ("headers", Kept(policy, request) is { Length: > 0 } kept ? $"{kept} of the client are dropped" : "");
        yield return ("signing", declared.Signing is { } signing ? Signing(signing) : "");
        yield return ("edge auth", declared.EdgeAuth is { } auth ? $"{auth.Header} ({auth.Form})" : "");
        yield return ("missing", string.Join(", ", declared.Missing));
        foreach (var step in Missing(course, request))
        {
            yield return step;
        }

        foreach (var page in declared.ErrorPages)
        {
            yield return ("error page", $"for {string.Join(", ", page.Statuses)}: {page.Path ?? "a text"}"
                + (page.Status is { } status ? $" with status {status}" : "") + $", kept {page.Ttl} s");
        }

        yield return ("strip", string.Join(", ", declared.StripResponseHeaders));
        foreach (var rule in policy.Ttl.Where(rule => rule.FitsPath(course.Path)))
        {
            yield return ("ttl", Ttl(rule.Rule));
        }
    }

    private static IEnumerable<(string Name, string What)> Missing(OriginCourse course, EdgeRequest request)
    {
        var policy = course.Policy;
        if (course.RedirectsTo is { } location)
        {
            yield return ("redirect", $"to {location}, if it is missing and {course.Path}/{policy.Index} is there");
        }

        yield return ("single page", policy.SinglePage is { } page
            ? Navigation.Is(request) ? $"{page}, if it is missing" : "none, because this is no navigation" : "");
    }

    private static string Signing(RequestSigning signing) =>
        signing.Scheme
        + (signing.Region is { Length: > 0 } region ? $" for {region}" : "")
        + (signing.Service is { Length: > 0 } service ? $"/{service}" : "")
        + (signing.Bucket is { Length: > 0 } bucket ? $", bucket {bucket}" : "")
        + $", credentials {(signing.Credentials == "given" ? "given" : "from " + signing.Credentials)}";

    private static string Ttl(TtlRule rule) =>
        $"{rule.Ttl} s"
        + (rule.Path is { } path ? $" for {path}" : "")
        + (rule.ContentType is { } type ? $", if it is {type}" : "")
        + (rule.Statuses.Count > 0 ? $", with status {string.Join(", ", rule.Statuses)}" : "");

    private static string Kept(LivePolicy policy, EdgeRequest request)
    {
        var names = new List<string>();
        foreach (ref readonly var line in request.ToOrigin.Headers.Lines)
        {
            if (policy.KeepsBack(line.Name))
            {
                names.Add(line.Name);
            }
        }

        return string.Join(", ", names.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static (string Path, string Query) Cut(string url) =>
        url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var end ? (url[..end], url[(end + 1)..]) : (url, "");
}
