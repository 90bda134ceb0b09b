// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>What happens on the last hop to an origin and to what comes back, as object stores need it.</summary>
public sealed partial class OriginPolicyArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Kind of store whose error bodies are read, to tell what is missing from what is set up wrongly; unset, only statuses count.</summary>
    [Input("store")]
    public Input<OriginPolicyStore>? Store { get; set; }

    /// <summary>Put before each path on its way to the origin, beginning with a slash and not ending with one: /file/my-bucket.</summary>
    [Input("pathPrefix")]
    public Input<string>? PathPrefix { get; set; }

    /// <summary>Name of the object that stands for a directory: appended to a path that ends with a slash. Unset, none is, and where requests are signed / is missing, because it would list the bucket.</summary>
    [Input("directoryIndex")]
    public Input<string>? DirectoryIndex { get; set; }

    /// <summary>Whether a path without a slash at its end that is missing is redirected (301) to the one with a slash, if there is an index object below it. Default: false.</summary>
    [Input("directoryRedirect")]
    public Input<bool>? DirectoryRedirect { get; set; }

    [Input("errorPages")]
    private InputList<ErrorPageArgs>? _errorPages;

    /// <summary>What is answered instead of errors; the first that covers the status counts.</summary>
    public InputList<ErrorPageArgs> ErrorPages
    {
        get => _errorPages ??= new InputList<ErrorPageArgs>();
        set => _errorPages = value;
    }

    /// <summary>Object that is answered with status 200 to a browser's navigation whose page is missing: a single-page application. Begins with a slash.</summary>
    [Input("singlePage")]
    public Input<string>? SinglePage { get; set; }

    [Input("stripResponseHeaders")]
    private InputList<string>? _stripResponseHeaders;

    /// <summary>Names of the origin's headers that clients do not get; one that ends with * stands for all that begin so.</summary>
    public InputList<string> StripResponseHeaders
    {
        get => _stripResponseHeaders ??= new InputList<string>();
        set => _stripResponseHeaders = value;
    }

    [Input("ttl")]
    private InputList<TtlRuleArgs>? _ttl;

    /// <summary>How long answers live in the cache, by path, content type and status; the first rule that fits counts. Without one the origin's headers do.</summary>
    public InputList<TtlRuleArgs> Ttl
    {
        get => _ttl ??= new InputList<TtlRuleArgs>();
        set => _ttl = value;
    }

    /// <summary>What of the client's query the origin gets. Default: drop where requests are signed, else pass.</summary>
    [Input("query")]
    public Input<OriginPolicyQuery>? Query { get; set; }

    [Input("queryParameters")]
    private InputList<string>? _queryParameters;

    /// <summary>Names of parameters that the origin gets although the query is dropped, in the order of the client's query.</summary>
    public InputList<string> QueryParameters
    {
        get => _queryParameters ??= new InputList<string>();
        set => _queryParameters = value;
    }

    [Input("methods")]
    private InputList<string>? _methods;

    /// <summary>Methods that are allowed; others are answered with 405 and Allow. Empty, all are, but where requests are signed GET and HEAD only.</summary>
    public InputList<string> Methods
    {
        get => _methods ??= new InputList<string>();
        set => _methods = value;
    }

    [Input("missing")]
    private InputList<string>? _missing;

    /// <summary>What means that an object is not there: a status, or a status and the code of the error body: 404, 403 AccessDenied.</summary>
    public InputList<string> Missing
    {
        get => _missing ??= new InputList<string>();
        set => _missing = value;
    }

    /// <summary>How requests are signed; unset, they are not.</summary>
    [Input("signing")]
    public Input<RequestSigningArgs>? Signing { get; set; }

    /// <summary>How the edge proves to the origin that a request came through it; unset, it does not.</summary>
    [Input("edgeAuth")]
    public Input<EdgeAuthArgs>? EdgeAuth { get; set; }
}
