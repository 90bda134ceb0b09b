// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>Where a bucket of Heroku is, and how its objects are served.</summary>
[OutputType]
public sealed class HerokuStore
{
    /// <summary>Name of the app, or its whole host name.</summary>
    public readonly string App;

    /// <summary>Name of the backend and of its healthcheck, unique within the version. Default: the component's name in the program.</summary>
    public readonly string? Name;

    /// <summary>Where the store is reached instead: https://minio.example:9000. Without a scheme it is https; one that begins with the bucket's name is the bucket's own.</summary>
    public readonly string? Endpoint;

    /// <summary>Host name of your own by which the bucket is reached.</summary>
    public readonly string? CustomDomain;

    /// <summary>Folder of the bucket that holds the site, beginning with a slash and not ending with one.</summary>
    public readonly string? Folder;

    /// <summary>Path of the object that is answered, with status 404, when a page is missing.</summary>
    public readonly string? ErrorPage;

    /// <summary>Further error pages.</summary>
    public readonly ImmutableArray<Outputs.ErrorPage> ErrorPages;

    /// <summary>Lifetimes in the cache, before the store's own.</summary>
    public readonly ImmutableArray<Outputs.TtlRule> Ttl;

    /// <summary>How the edge proves to the origin that a request came through it.</summary>
    public readonly Outputs.EdgeAuth? EdgeAuth;

    /// <summary>Path that the healthcheck asks for; it expects a 200. Unset, the top of the bucket, which proves that name, certificate and service work.</summary>
    public readonly string? HealthPath;

    [OutputConstructor]
    public HerokuStore(
        string app,
        string? name = default,
        string? endpoint = default,
        string? customDomain = default,
        string? folder = default,
        string? errorPage = default,
        ImmutableArray<Outputs.ErrorPage> errorPages = default,
        ImmutableArray<Outputs.TtlRule> ttl = default,
        Outputs.EdgeAuth? edgeAuth = default,
        string? healthPath = default)
    {
        App = app;
        Name = name;
        Endpoint = endpoint;
        CustomDomain = customDomain;
        Folder = folder;
        ErrorPage = errorPage;
        ErrorPages = errorPages.IsDefault ? [] : errorPages;
        Ttl = ttl.IsDefault ? [] : ttl;
        EdgeAuth = edgeAuth;
        HealthPath = healthPath;
    }
}
