namespace EdgeInfra.Model;

/// <summary>What a policy says and VCL cannot. Errors change what is answered; warnings tell what to know.</summary>
internal static class PolicyProblems
{
    public static Problem MixedOnVarnish(string director) => NotOnVarnish(Balanced(director),
        "are balanced and differ in policy or overrideHost: what follows an answer is that of any of them. Give them the same.");

    public static Problem Mixed(string director) => NotOnFastly(Balanced(director),
        "are balanced and differ in policy or overrideHost, but VCL does not see which of them a request goes to: no policy is applied. "
        + "Give them the same, or conditions of their own.");

    public static IEnumerable<Problem> OnFastly(Backend backend)
    {
        var policy = backend.Policy!;
        foreach (var text in Unread(policy))
        {
            yield return OtherwiseOnFastly(backend, "missing",
                $"tells \"{text}\" by the error body, which VCL cannot read: each {text.Split(' ')[0]} counts as missing, and is not cached.");
        }

        if (policy.Signing is { } signing)
        {
            foreach (var problem in OnFastly(backend, signing))
            {
                yield return problem;
            }

            if (policy.Store is not null && string.IsNullOrEmpty(policy.DirectoryIndex))
            {
                yield return NotOnFastly(PathOf(backend, ".directoryIndex"), "is unset, and requests are signed: / would list the bucket. Name the object to answer with.");
            }

            if (policy.QueryParameters.Count > 0)
            {
                yield return OtherwiseOnFastly(backend, "queryParameters", "are dropped: VCL cannot bring them into the form that a signature needs.");
            }
        }
    }

    public static IEnumerable<Problem> OnVarnish(Backend backend)
    {
        var policy = backend.Policy!;
        if (Unquotable(policy) is not null)
        {
            return [NotOnVarnish(PathOf(backend, ""), "has a text that fits into none of Varnish's quotes: nothing of the policy is applied.")];
        }

        return
        [
            .. policy.Signing is { } signing
                ? [NotOnVarnish(PathOf(backend, ".signing"), $"is {signing.Scheme}, and open-source Varnish signs nothing: the bucket answers what is public.")]
                : Array.Empty<Problem>(),
            .. policy.EdgeAuth is not null
                ? [NotOnVarnish(PathOf(backend, ".edgeAuth"), "is left out: its secret would stand in the text of the program.")]
                : Array.Empty<Problem>(),
            .. policy.StripResponseHeaders.Where(name => name.EndsWith('*') && !VarnishPolicyHeaders.Knows(name)).Select(name => Prefix(backend, name)),
            .. Unread(policy).Select(text => Unread(backend, text)),
            .. policy is { Query: "drop", QueryParameters.Count: > 0 } ? [Query(backend)] : Array.Empty<Problem>(),
        ];
    }

    private static IEnumerable<Problem> OnFastly(Backend backend, RequestSigning signing)
    {
        if (signing.Scheme == "b2-token" && string.IsNullOrEmpty(signing.Token))
        {
            yield return OtherwiseOnFastly(backend, "signing", $"is a token, which VCL cannot fetch: write one into the dictionary {PolicyCredentials.Table} as "
                + $"\"{VclName.For(backend.Name)}.{PolicyCredentials.Token}\", at least once a day.");
        }
        else if (signing.Credentials != "given")
        {
            yield return NotOnFastly(PathOf(backend, ".signing.credentials"),
                $"is {signing.Credentials}, which is a thing of the machine an edge runs on; Fastly has what it is given: set it to given.");
        }
    }

    /// <summary>A text of the policy that fits into none of Varnish's quotes, or null.</summary>
    public static string? Unquotable(OriginPolicy policy)
    {
        string?[] texts =
        [
            policy.PathPrefix, policy.DirectoryIndex, policy.SinglePage, .. policy.Methods, .. policy.Missing,
            .. policy.ErrorPages.SelectMany(page => new[] { page.Path, page.Content, page.ContentType }),
            .. policy.Ttl.SelectMany(rule => new[] { rule.Path, rule.ContentType }),
        ];
        return texts.OfType<string>().FirstOrDefault(text => VarnishLiteral.Text(text) is null);
    }

    private static IEnumerable<string> Unread(OriginPolicy policy) =>
        policy.Store == "azure" ? [] : policy.Missing.Where(text => PolicyTests.Missing(text) is (not 404, not null));

    private static Problem OtherwiseOnFastly(Backend backend, string property, string how) =>
        new("EDGE212", PathOf(backend, "." + property), how, Severity.Warning);

    private static Problem NotOnFastly(string path, string why) => new("EDGE213", path, why, Severity.Error);

    private static Problem NotOnVarnish(string path, string why) => new("EDGE216", path, why, Severity.Error);

    private static string Balanced(string director) => director.Length > 0 ? $"directors[\"{director}\"].backends" : "backends";

    private static Problem Prefix(Backend backend, string name) => new("EDGE217", PathOf(backend, ".stripResponseHeaders"),
        $"has {name}, but Varnish removes headers only by their whole names: write out those that occur.", Severity.Warning);

    private static Problem Unread(Backend backend, string text) => new("EDGE218", PathOf(backend, ".missing"),
        $"tells \"{text}\" by the error body, which Varnish cannot read: each {text.Split(' ')[0]} counts as missing, and is not cached.",
        Severity.Warning);

    private static Problem Query(Backend backend) => new("EDGE219", PathOf(backend, ".queryParameters"),
        "are dropped with the rest of the query: Varnish has nothing that picks some of them.", Severity.Warning);

    private static string PathOf(Backend backend, string property) => $"backends[\"{backend.Name}\"].policy{property}";
}
