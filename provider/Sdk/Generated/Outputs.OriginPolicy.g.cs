// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>What happens on the last hop to an origin and to what comes back, as object stores need it.</summary>
[OutputType]
public sealed class OriginPolicy
{
    /// <summary>Kind of store whose error bodies are read, to tell what is missing from what is set up wrongly; unset, only statuses count.</summary>
    public readonly OriginPolicyStore? Store;

    /// <summary>Put before each path on its way to the origin, beginning with a slash and not ending with one: /file/my-bucket.</summary>
    public readonly string? PathPrefix;

    /// <summary>Name of the object that stands for a directory: appended to a path that ends with a slash. Unset, none is, and where requests are signed / is missing, because it would list the bucket.</summary>
    public readonly string? DirectoryIndex;

    /// <summary>Whether a path without a slash at its end that is missing is redirected (301) to the one with a slash, if there is an index object below it. Default: false.</summary>
    public readonly bool? DirectoryRedirect;

    /// <summary>What is answered instead of errors; the first that covers the status counts.</summary>
    public readonly ImmutableArray<Outputs.ErrorPage> ErrorPages;

    /// <summary>Object that is answered with status 200 to a browser's navigation whose page is missing: a single-page application. Begins with a slash.</summary>
    public readonly string? SinglePage;

    /// <summary>Names of the origin's headers that clients do not get; one that ends with * stands for all that begin so.</summary>
    public readonly ImmutableArray<string> StripResponseHeaders;

    /// <summary>How long answers live in the cache, by path, content type and status; the first rule that fits counts. Without one the origin's headers do.</summary>
    public readonly ImmutableArray<Outputs.TtlRule> Ttl;

    /// <summary>What of the client's query the origin gets. Default: drop where requests are signed, else pass.</summary>
    public readonly OriginPolicyQuery? Query;

    /// <summary>Names of parameters that the origin gets although the query is dropped, in the order of the client's query.</summary>
    public readonly ImmutableArray<string> QueryParameters;

    /// <summary>Methods that are allowed; others are answered with 405 and Allow. Empty, all are, but where requests are signed GET and HEAD only.</summary>
    public readonly ImmutableArray<string> Methods;

    /// <summary>What means that an object is not there: a status, or a status and the code of the error body: 404, 403 AccessDenied.</summary>
    public readonly ImmutableArray<string> Missing;

    /// <summary>How requests are signed; unset, they are not.</summary>
    public readonly Outputs.RequestSigning? Signing;

    /// <summary>How the edge proves to the origin that a request came through it; unset, it does not.</summary>
    public readonly Outputs.EdgeAuth? EdgeAuth;

    [OutputConstructor]
    public OriginPolicy(
        OriginPolicyStore? store = default,
        string? pathPrefix = default,
        string? directoryIndex = default,
        bool? directoryRedirect = default,
        ImmutableArray<Outputs.ErrorPage> errorPages = default,
        string? singlePage = default,
        ImmutableArray<string> stripResponseHeaders = default,
        ImmutableArray<Outputs.TtlRule> ttl = default,
        OriginPolicyQuery? query = default,
        ImmutableArray<string> queryParameters = default,
        ImmutableArray<string> methods = default,
        ImmutableArray<string> missing = default,
        Outputs.RequestSigning? signing = default,
        Outputs.EdgeAuth? edgeAuth = default)
    {
        Store = store;
        PathPrefix = pathPrefix;
        DirectoryIndex = directoryIndex;
        DirectoryRedirect = directoryRedirect;
        ErrorPages = errorPages.IsDefault ? [] : errorPages;
        SinglePage = singlePage;
        StripResponseHeaders = stripResponseHeaders.IsDefault ? [] : stripResponseHeaders;
        Ttl = ttl.IsDefault ? [] : ttl;
        Query = query;
        QueryParameters = queryParameters.IsDefault ? [] : queryParameters;
        Methods = methods.IsDefault ? [] : methods;
        Missing = missing.IsDefault ? [] : missing;
        Signing = signing;
        EdgeAuth = edgeAuth;
    }
}
