namespace EdgeInfra.Model;

/// <summary>What can be wrong with an origin's policy. Paths begin with <c>policy</c>.</summary>
public static partial class Problems
{
    public static Problem BadPathPrefix(string path, string prefix) =>
        Error("EDGE220", path, $"is \"{prefix}\": a prefix begins with a slash, does not end with one, has no . or .. between slashes, "
            + "and is percent-encoded but for letters, digits, - . _ and ~." + Spelled(prefix));

    public static Problem BadObjectPath(string path, string text) =>
        Error("EDGE221", path, $"is \"{text}\": the path of an object begins with a slash, has no . or .. between slashes, "
            + "and is percent-encoded but for letters, digits, - . _ and ~." + Spelled(text));

    public static Problem BadIndex(string path, string index) =>
        Error("EDGE222", path, $"is \"{index}\": it is the name of one object within each directory, without slashes and percent-encoded, such as index.html.");

    public static Problem RedirectWithoutIndex(string path) =>
        Error("EDGE223", path, "is true without a directoryIndex: there is nothing to look for below a directory. Set both, or neither.");

    public static Problem EmptyErrorPage(string path) =>
        Error("EDGE224", path, "has neither path nor content, so there is nothing to answer: give one of them.");

    public static Problem BadStrippedHeader(string path, string name, string reason) => Error("EDGE226", path, $"holds \"{name}\": {reason}.");

    public static Problem BadMethod(string path, string method) =>
        Error("EDGE227", path, $"holds \"{method}\": a method is one word such as GET.");

    public static Problem BadMissing(string path, string text, string reason) => Error("EDGE228", path, $"holds \"{text}\": {reason}.");

    /// <summary>Only those with a clock can find this one.</summary>
    public static Problem SharedAccessExpired(string path, DateTimeOffset end) =>
        Error("EDGE230", path, $"expired at {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC: the store refuses every request. Make a new shared access signature.");

    public static Problem BadSharedAccess(string path) =>
        Error("EDGE231", path, "is no shared access signature: it is the query of the signed address, with sv=, se= and sig=, and without blanks.");

    public static Problem QueryPassedAndSigned(string path) =>
        Error("EDGE232", path, "is pass, but requests are signed: a client's ?acl or ?uploads would be signed too. Use drop, and name what is needed in queryParameters.");

    public static Problem BadEdgeAuthHeader(string path, string name, string reason) => Error("EDGE234", path, $"is \"{name}\": {reason}.");

    public static Problem MethodsSigned(string path, string methods) =>
        Error("EDGE235", path, $"allows {methods}, but requests are signed: anyone could change the bucket with the edge's rights. Use GET and HEAD only.");

    public static Problem SchemeOfOtherStore(string path, string scheme, string store, IEnumerable<string> fitting) =>
        Error("EDGE236", path, $"is {scheme}, which the store {store} does not understand: it takes {string.Join(", ", fitting)}.");

    public static Problem PolicyControlCharacter(string path) =>
        Error("EDGE237", path, "must not hold line breaks, zero bytes or other control characters.");

    public static Problem BadTtlPattern(string path, string pattern, string reason) => Error("EDGE238", path, $"is \"{pattern}\": {reason}.");

    public static Problem BadQueryParameter(string path, string reason) => Error("EDGE239", path, reason);

    private static string Spelled(string text) =>
        WirePath.TryRead(text, out var path, out _) && path.TrimEnd('/') is { Length: > 0 } better && better != text ? $" Did you mean \"{better}\"?" : "";
}
