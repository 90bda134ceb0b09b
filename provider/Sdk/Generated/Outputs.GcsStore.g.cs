// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>Where a bucket of Google Cloud Storage is, and how its objects are served.</summary>
[OutputType]
public sealed class GcsStore
{
    /// <summary>Name of the bucket.</summary>
    public readonly string Bucket;

    /// <summary>Name of the backend and of its healthcheck, unique within the version. Default: the component's name in the program.</summary>
    public readonly string? Name;

    /// <summary>Where the store is reached instead: https://minio.example:9000. Without a scheme it is https; one that begins with the bucket's name is the bucket's own.</summary>
    public readonly string? Endpoint;

    /// <summary>Whether the bucket stands in the path instead of the host name. Default: true where no certificate covers the bucket's name, or an endpoint is given.</summary>
    public readonly bool? PathStyle;

    /// <summary>What opens a private bucket; unset, it is public.</summary>
    public readonly Outputs.BucketCredentials? Credentials;

    /// <summary>Whether whoever asks may list the bucket. Then a missing object is a 404 there, and a 403 is always a mistake. Default: false.</summary>
    public readonly bool? Listable;

    /// <summary>Folder of the bucket that holds the site, beginning with a slash and not ending with one.</summary>
    public readonly string? Folder;

    /// <summary>Name of the object that stands for a directory; empty, none does. Default: index.html.</summary>
    public readonly string? IndexDocument;

    /// <summary>Whether a directory without a slash at its end is redirected to the one with a slash. Default: true where there is an index document.</summary>
    public readonly bool? DirectoryRedirect;

    /// <summary>Path of the object that is answered, with status 404, when a page is missing.</summary>
    public readonly string? ErrorPage;

    /// <summary>Further error pages.</summary>
    public readonly ImmutableArray<Outputs.ErrorPage> ErrorPages;

    /// <summary>Path of the object that browsers get for missing pages, with status 200.</summary>
    public readonly string? SinglePage;

    /// <summary>Lifetimes in the cache, before the store's own.</summary>
    public readonly ImmutableArray<Outputs.TtlRule> Ttl;

    /// <summary>How the edge proves to the origin that a request came through it.</summary>
    public readonly Outputs.EdgeAuth? EdgeAuth;

    /// <summary>Path that the healthcheck asks for; it expects a 200. Unset, the top of the bucket, which proves that name, certificate and service work.</summary>
    public readonly string? HealthPath;

    [OutputConstructor]
    public GcsStore(
        string bucket,
        string? name = default,
        string? endpoint = default,
        bool? pathStyle = default,
        Outputs.BucketCredentials? credentials = default,
        bool? listable = default,
        string? folder = default,
        string? indexDocument = default,
        bool? directoryRedirect = default,
        string? errorPage = default,
        ImmutableArray<Outputs.ErrorPage> errorPages = default,
        string? singlePage = default,
        ImmutableArray<Outputs.TtlRule> ttl = default,
        Outputs.EdgeAuth? edgeAuth = default,
        string? healthPath = default)
    {
        Bucket = bucket;
        Name = name;
        Endpoint = endpoint;
        PathStyle = pathStyle;
        Credentials = credentials;
        Listable = listable;
        Folder = folder;
        IndexDocument = indexDocument;
        DirectoryRedirect = directoryRedirect;
        ErrorPage = errorPage;
        ErrorPages = errorPages.IsDefault ? [] : errorPages;
        SinglePage = singlePage;
        Ttl = ttl.IsDefault ? [] : ttl;
        EdgeAuth = edgeAuth;
        HealthPath = healthPath;
    }
}
