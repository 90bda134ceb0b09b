using EdgeInfra.Edge.Signing;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>An origin's policy made ready once, so that requests look things up and parse nothing.</summary>
internal sealed class LivePolicy
{
    private static readonly HeaderNames Credentials = new(["Authorization", "Cookie", "x-amz-*", "x-goog-*", "x-ms-*", "x-oss-*", "x-bz-*"]);

    private readonly string[] _methods;
    private readonly string? _authHeader;
    private volatile bool _hasRead;
    private volatile EdgeAuthSigner? _proof;

    /// <param name="signer">null where requests are not signed.</param>
    public LivePolicy(OriginPolicy policy, IOriginSigner? signer)
    {
        (Declared, Signer) = (policy, signer);
        _methods = [.. policy.AllowedMethods];
        Allow = string.Join(", ", policy.AllowedMethods);
        _authHeader = policy.EdgeAuth?.Header;
        Store = policy.Store ?? StoreOf(policy.Signing);
        IsBucket = Store is not null || !string.IsNullOrEmpty(policy.PathPrefix);
        Prefix = string.IsNullOrEmpty(policy.PathPrefix) ? "" : Spelled(policy.PathPrefix);
        Index = string.IsNullOrEmpty(policy.DirectoryIndex) ? null : Spelled("/" + policy.DirectoryIndex)[1..];
        SinglePage = string.IsNullOrEmpty(policy.SinglePage) ? null : Spelled(policy.SinglePage);
        Query = new QueryFilter(policy);
        Missing = new MissingRules(policy.Missing);
        Strip = new HeaderNames(policy.StripResponseHeaders);
        ErrorPages = [.. policy.ErrorPages.Select(page => new LiveErrorPage(page))];
        Ttl = [.. policy.Ttl.Select(rule => new LiveTtlRule(rule))];
    }

    public OriginPolicy Declared { get; }

    public IOriginSigner? Signer { get; }

    /// <summary>Kind of store; told by the signature where the policy does not say.</summary>
    public string? Store { get; }

    /// <summary>Whether paths are keys of objects, so that they have one spelling; an application's paths are passed as they are.</summary>
    public bool IsBucket { get; }

    /// <summary>Also of a policy that is only looked at, and has no signer.</summary>
    public bool IsSigned => Declared.Signing is not null;

    /// <summary>What is put before each path; empty when nothing is.</summary>
    public string Prefix { get; }

    public string? Index { get; }

    public string? SinglePage { get; }

    public QueryFilter Query { get; }

    public MissingRules Missing { get; }

    public HeaderNames Strip { get; }

    public IReadOnlyList<LiveErrorPage> ErrorPages { get; }

    public IReadOnlyList<LiveTtlRule> Ttl { get; }

    /// <summary>The methods that are allowed, as the Allow header lists them.</summary>
    public string Allow { get; }

    /// <summary>
    /// Whether anything was ever read from it. Before that, a store that says "not allowed" rather than "not there" may mean everything.
    /// </summary>
    public bool HasRead
    {
        get => _hasRead;
        set
        {
            if (_hasRead != value)
            {
                _hasRead = value;
            }
        }
    }

    public bool Allows(string method) => _methods.Length == 0 || Array.IndexOf(_methods, method) >= 0;

    /// <summary>Writes the header by which the origin knows the edge; null when it asks for none. There is one node, so one is made.</summary>
    public EdgeAuthSigner? ProofOf(EdgeNode node) =>
        Declared.EdgeAuth is { } auth ? _proof ??= new EdgeAuthSigner(auth, node.Name) : null;

    /// <summary>Whether a header of the client stays here: what only the edge may say, and what the client is known by elsewhere.</summary>
    public bool KeepsBack(string name) =>
        (Store is not null && Credentials.Has(name)) || HeaderList.Same(name, "Edge-Auth") || (_authHeader is not null && HeaderList.Same(name, _authHeader));

    /// <summary>Whether the error document tells what an answer of this status means.</summary>
    public bool AsksCode(int status) =>
        Missing.AsksCode(status) || (Store is not null && status is 301 or 307 or 400 or 401 or 403 or 404 or 409 or 429);

    private static string? StoreOf(RequestSigning? signing) => signing?.Scheme switch
    {
        null => null,
        "google-v4" => "gcs",
        "azure-shared-key" or "azure-sas" => "azure",
        "oss-v1" or "oss-v4" => "oss",
        "b2-token" => "b2",
        _ => "s3",
    };

    // Rules have refused what cannot be spelled; a path from elsewhere is left as it is.
    private static string Spelled(string path) => WirePath.TryRead(path, out var spelled, out _) ? spelled : path;
}
