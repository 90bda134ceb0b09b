namespace EdgeInfra.Model;

/// <summary>What must hold for an origin's policy as a whole. Choices and ranges of single fields are not repeated here.</summary>
public static class PolicyRules
{
    private static readonly string[] OfConnections =
        ["connection", "content-length", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"];

    private static readonly string[] OfRequests =
        ["accept-encoding", "cookie", "date", "expect", "range", "cdn-loop", "via", "x-forwarded-for"];

    private static readonly string[] OfStores = ["x-amz-", "x-goog-", "x-ms-", "x-oss-", "x-bz-", "if-", "fastly-"];

    /// <summary>Every problem; paths begin with <c>policy</c>.</summary>
    public static ValueList<Problem> Of(OriginPolicy policy) =>
    [
        .. Paths(policy),
        .. Pages(policy),
        .. Headers(policy),
        .. Requests(policy),
        .. policy.Missing.SelectMany((text, i) => Missing(policy, text, $"policy.missing[{i}]")),
        .. policy.Ttl.SelectMany((rule, i) => Lifetime(rule, $"policy.ttl[{i}]")),
        .. policy.Signing is { } signing ? SignedRequestRules.Of(policy, signing) : [],
        .. policy.EdgeAuth is { } auth ? Proof(auth) : [],
    ];

    private static IEnumerable<Problem> Paths(OriginPolicy policy)
    {
        if (policy.PathPrefix is { Length: > 0 } prefix && (!IsObjectPath(prefix) || prefix.EndsWith('/')))
        {
            yield return HasControl(prefix) ? Problems.PolicyControlCharacter("policy.pathPrefix") : Problems.BadPathPrefix("policy.pathPrefix", prefix);
        }

        if (policy.DirectoryIndex is { Length: > 0 } index && (index.Contains('/', StringComparison.Ordinal) || !IsObjectPath("/" + index)))
        {
            yield return HasControl(index) ? Problems.PolicyControlCharacter("policy.directoryIndex") : Problems.BadIndex("policy.directoryIndex", index);
        }

        if (policy.DirectoryRedirect && string.IsNullOrEmpty(policy.DirectoryIndex))
        {
            yield return Problems.RedirectWithoutIndex("policy.directoryRedirect");
        }

        foreach (var problem in ObjectPath(policy.SinglePage, "policy.singlePage"))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> Pages(OriginPolicy policy) => policy.ErrorPages.SelectMany((page, i) => Page(page, $"policy.errorPages[{i}]"));

    private static IEnumerable<Problem> Page(ErrorPage page, string path)
    {
        if (string.IsNullOrEmpty(page.Path) && page.Content is null)
        {
            yield return Problems.EmptyErrorPage(path);
        }

        if (page.Content?.Contains('\0', StringComparison.Ordinal) == true)
        {
            yield return Problems.PolicyControlCharacter($"{path}.content");
        }

        if (HasControl(page.ContentType))
        {
            yield return Problems.PolicyControlCharacter($"{path}.contentType");
        }

        foreach (var problem in ObjectPath(page.Path, $"{path}.path"))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> ObjectPath(string? text, string path)
    {
        if (!string.IsNullOrEmpty(text) && (!IsObjectPath(text) || text.EndsWith('/')))
        {
            yield return HasControl(text) ? Problems.PolicyControlCharacter(path) : Problems.BadObjectPath(path, text);
        }
    }

    private static IEnumerable<Problem> Headers(OriginPolicy policy) =>
        from name in policy.StripResponseHeaders
        let reason = !TextRules.IsToken(name) || name.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && star != name.Length - 1
                ? "a header's name has letters, digits and dashes, and a * at its end only"
            : name == "*" ? "it stands for all headers; name what is to go"
            : OfConnections.Contains(name.ToLowerInvariant()) ? "the edge itself sets it, for each connection"
            : null
        where reason is not null
        select Problems.BadStrippedHeader("policy.stripResponseHeaders", Shown(name), reason);

    private static IEnumerable<Problem> Requests(OriginPolicy policy)
    {
        foreach (var method in policy.Methods.Where(method => !TextRules.IsToken(method)))
        {
            yield return Problems.BadMethod("policy.methods", Shown(method));
        }

        if (policy.PassesQuery && policy.QueryParameters.Count > 0)
        {
            yield return Problems.BadQueryParameter("policy.queryParameters", "has no effect, because query is pass: use drop, or name no parameters.");
        }

        foreach (var name in policy.QueryParameters.Where(name => name.Length == 0 || name.Any(c => char.IsControl(c) || "&=#?+ ".Contains(c, StringComparison.Ordinal))))
        {
            yield return Problems.BadQueryParameter("policy.queryParameters", $"holds \"{Shown(name)}\": a name has no blanks and none of & = # ? +.");
        }
    }

    private static IEnumerable<Problem> Missing(OriginPolicy policy, string text, string path)
    {
        var words = text.Split(' ');
        if (words.Length > 2 || !IsStatus(words[0]) || words[0][0] is not ('4' or '5') || (words.Length == 2 && (words[1].Length == 0 || !words[1].All(IsOfCode))))
        {
            yield return Problems.BadMissing(path, Shown(text), "give a status, or a status, a blank and the code of the error body: 404, 403 AccessDenied");
        }
        else if (words.Length == 2 && string.IsNullOrEmpty(policy.Store))
        {
            yield return Problems.BadMissing(path, text, "without a store nothing reads the bodies of errors: set store, or give the status alone");
        }
    }

    private static IEnumerable<Problem> Lifetime(TtlRule rule, string path)
    {
        if (rule.Path is { Length: > 0 } pattern && (pattern[0] is not ('/' or '*') || HasControl(pattern) || pattern.Contains('?', StringComparison.Ordinal)))
        {
            yield return Problems.BadTtlPattern($"{path}.path", Shown(pattern), "a pattern begins with / or *, and holds no query");
        }

        if (rule.ContentType is { Length: > 0 } type && (type.Any(c => char.IsControl(c) || c is ' ' or ';') || (type != "*" && type.Count(c => c == '/') != 1)))
        {
            yield return Problems.BadTtlPattern($"{path}.contentType", Shown(type), "a pattern is a type without parameters, such as image/* or text/html");
        }
    }

    private static IEnumerable<Problem> Proof(EdgeAuth auth)
    {
        if (auth.Secret is { } secret && HasControl(secret))
        {
            yield return Problems.PolicyControlCharacter("policy.edgeAuth.secret");
        }

        // What is no name at all, or frames the message, the rules of signatures tell.
        var name = auth.Header.ToLowerInvariant();
        if (OfRequests.Contains(name) || OfStores.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
        {
            yield return Problems.BadEdgeAuthHeader(
                "policy.edgeAuth.header", auth.Header, "it has a meaning of its own on the way to an origin; take another, such as Edge-Auth");
        }
    }

    internal static bool HasControl(string text) => text.Any(char.IsControl);

    private static bool IsObjectPath(string path) => WirePath.IsCanonical(path) && !WirePath.HasDotSegment(path);

    private static bool IsStatus(string text) => text is [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'];

    private static bool IsOfCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';

    private static string Shown(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
