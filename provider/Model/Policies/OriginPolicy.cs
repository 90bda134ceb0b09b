namespace EdgeInfra.Model;

/// <summary>
/// What happens on the last hop to an origin and to what comes back: path, query, signature, index, redirect, error pages, lifetimes. Nothing
/// of it happens on the way to a shield, so it happens once.
/// </summary>
public sealed partial record OriginPolicy
{
    public static FieldTable<OriginPolicy> Fields { get; } = new(ObjectKind.Part, "policy", "policies")
    {
        Summary = "What happens on the last hop to an origin and to what comes back, as object stores need it.",
    };

    [Field("Kind of store whose error bodies are read, to tell what is missing from what is set up wrongly; unset, only statuses count.")]
    [Choice("s3", "Amazon S3 and stores that speak its language", Name = "S3")]
    [Choice("gcs", "Google Cloud Storage")]
    [Choice("azure", "Azure Blob Storage")]
    [Choice("b2", "Backblaze B2's own API")]
    [Choice("oss", "Alibaba Cloud OSS")]
    public string? Store { get; init; }

    [Field("Put before each path on its way to the origin, beginning with a slash and not ending with one: /file/my-bucket.")]
    public string? PathPrefix { get; init; }

    [Field("Name of the object that stands for a directory: appended to a path that ends with a slash. Unset, none is, "
        + "and where requests are signed / is missing, because it would list the bucket.")]
    public string? DirectoryIndex { get; init; }

    [Field("Whether a path without a slash at its end that is missing is redirected (301) to the one with a slash, if there is an index object below it.")]
    public bool DirectoryRedirect { get; init; }

    [Field("What is answered instead of errors; the first that covers the status counts.")]
    public ValueList<ErrorPage> ErrorPages { get; init; } = [];

    [Field("Object that is answered with status 200 to a browser's navigation whose page is missing: a single-page application. Begins with a slash.")]
    public string? SinglePage { get; init; }

    [Field("Names of the origin's headers that clients do not get; one that ends with * stands for all that begin so.")]
    public ValueList<string> StripResponseHeaders { get; init; } = [];

    [Field("How long answers live in the cache, by path, content type and status; the first rule that fits counts. Without one the origin's headers do.")]
    public ValueList<TtlRule> Ttl { get; init; } = [];

    [Field("What of the client's query the origin gets.", DefaultFrom = "drop where requests are signed, else pass")]
    [Choice("pass", "All of it")]
    [Choice("drop", "Nothing, but queryParameters")]
    public string? Query { get; init; }

    [Field("Names of parameters that the origin gets although the query is dropped, in the order of the client's query.")]
    public ValueList<string> QueryParameters { get; init; } = [];

    [Field("Methods that are allowed; others are answered with 405 and Allow. Empty, all are, but where requests are signed GET and HEAD only.")]
    public ValueList<string> Methods { get; init; } = [];

    [Field("What means that an object is not there: a status, or a status and the code of the error body: 404, 403 AccessDenied.")]
    public ValueList<string> Missing { get; init; } = ["404"];

    [Field("How requests are signed; unset, they are not.")]
    public RequestSigning? Signing { get; init; }

    [Field("How the edge proves to the origin that a request came through it; unset, it does not.")]
    public EdgeAuth? EdgeAuth { get; init; }
}
