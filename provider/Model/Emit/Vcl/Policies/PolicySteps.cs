namespace EdgeInfra.Model;

/// <summary>
/// What a request remembers from one run to the next, in headers that begin each request unset: clients cannot set them, origins do not
/// get them.
/// </summary>
internal static class PolicySteps
{
    public const string Step = "req.http.EdgeInfra-Step";

    public const string Status = "req.http.EdgeInfra-Status";

    public const string Reason = "req.http.EdgeInfra-Reason";

    /// <summary>The number that the error subroutine knows a policy's answers by; which one, the step tells.</summary>
    public const int Error = 699;

    /// <summary>Fastly allows no more restarts of a request; what is left to do then is left undone.</summary>
    public const int MostRestarts = 3;

    /// <summary>Of a page as an object of its own: under the path of another they would be wrong.</summary>
    public static IEnumerable<string> OfThePage { get; } =
        ["ETag", "Last-Modified", "Accept-Ranges", "Cache-Control", "Expires", "Age", "Surrogate-Control", "Surrogate-Key"];

    /// <summary>A browser that goes to a page, not one that loads a part of it.</summary>
    public const string Navigation = "(req.http.Sec-Fetch-Mode ~ \"(?i)^navigate$\" "
        + "|| (!req.http.Sec-Fetch-Mode && req.http.Accept ~ \"(?i)(^|,)\\s*text/html\\s*([;,]|$)\"))";

    /// <summary>What decides about it, for caches behind the edge.</summary>
    public const string NavigationHeaders = "Accept, Sec-Fetch-Mode";

    /// <summary>What stands in where neither an object nor a text is given.</summary>
    public static string PlainPage(string status) => $"<!DOCTYPE html><title>{status}</title><h1>{status}</h1>\n";

    public const string Missing = "missing";

    public const string Index = "index", Single = "single", Redirect = "redirect", Own = "own", Method = "method", Path = "path";

    public static string Page(int at) => "page " + VclLiteral.Number(at);

    public static string Content(int at) => "content " + VclLiteral.Number(at);

    public static string Is(PolicyGroup group, string step) => $"{Step} == {VclLiteral.Text(group.Step(step))}";

    public static VclWriter Become(this VclWriter vcl, PolicyGroup group, string step) =>
        vcl.Line($"set {Step} = {VclLiteral.Text(group.Step(step))};");

    /// <summary>Headers that ask for a part of an answer, or for none if it has not changed: meant for another object.</summary>
    public static IEnumerable<string> Conditionals { get; } =
        ["Range", "If-Range", "If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since"];
}
