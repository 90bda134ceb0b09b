namespace EdgeInfra.Model;

/// <summary>
/// What a user says of a bucket. Each store takes some of these and refuses the others; which, its row in <see cref="Stores"/> says.
/// </summary>
public sealed record StoreArguments : INamed
{
    public static FieldTable<StoreArguments> Fields { get; } = new(ObjectKind.Part, "origin", "origins")
    {
        Summary = "What a user says of a bucket.",
    };

    [Field("Name of the backend, and of its healthcheck.", Format = TextFormat.Name)]
    public required string Name { get; init; }

    [Field("Name of the bucket.")]
    public string? Bucket { get; init; }

    [Field("Region of the bucket, as the store spells it.")]
    public string? Region { get; init; }

    [Field("Account that the bucket belongs to.")]
    public string? Account { get; init; }

    [Field("Name of the container.")]
    public string? Container { get; init; }

    [Field("Cluster that holds the bucket: f004 in B2's own mode, us-east-1 at Linode.")]
    public string? Cluster { get; init; }

    [Field("Name of the app, or its whole host name.")]
    public string? App { get; init; }

    [Field("Jurisdiction that the bucket is bound to.")]
    public string? Jurisdiction { get; init; }

    [Field("Which of the store's interfaces is used.", DefaultFrom = "the first")]
    public string? Mode { get; init; }

    [Field("Whether the host that also answers over IPv6 is used.")]
    public bool DualStack { get; init; }

    [Field("Whether the host with FIPS-validated cryptography is used.")]
    public bool Fips { get; init; }

    [Field("Where the store is reached instead: https://minio.example:9000. Without a scheme it is https; one that begins with the bucket's name is the bucket's own.")]
    public string? Endpoint { get; init; }

    [Field("Host name of your own by which the bucket is reached.", Format = TextFormat.Domain)]
    public string? CustomDomain { get; init; }

    [Field("Whether the bucket stands in the path instead of the host name.", DefaultFrom = "true where no certificate covers the bucket's name, or an endpoint is given")]
    public bool? PathStyle { get; init; }

    [Field("What opens a private bucket; unset, it is public.")]
    public BucketCredentials? Credentials { get; init; }

    [Field("Whether whoever asks may list the bucket. Then a missing object is a 404 there, and a 403 is always a mistake.")]
    public bool Listable { get; init; }

    [Field("Folder of the bucket that holds the site, beginning with a slash and not ending with one.", Format = TextFormat.Path)]
    public string? Folder { get; init; }

    [Field("Name of the object that stands for a directory; empty, none does.")]
    public string IndexDocument { get; init; } = "index.html";

    [Field("Whether a directory without a slash at its end is redirected to the one with a slash.", DefaultFrom = "true where there is an index document")]
    public bool? DirectoryRedirect { get; init; }

    [Field("Path of the object that is answered, with status 404, when a page is missing.", Format = TextFormat.Path)]
    public string? ErrorPage { get; init; }

    [Field("Further error pages.")]
    public ValueList<ErrorPage> ErrorPages { get; init; } = [];

    [Field("Path of the object that browsers get for missing pages, with status 200.", Format = TextFormat.Path)]
    public string? SinglePage { get; init; }

    [Field("Lifetimes in the cache, before the store's own.")]
    public ValueList<TtlRule> Ttl { get; init; } = [];

    [Field("How the edge proves to the origin that a request came through it.")]
    public EdgeAuth? EdgeAuth { get; init; }

    [Field("Path that the healthcheck asks for; it expects a 200. Unset, the top of the bucket, which proves that name, certificate and service work.",
        Format = TextFormat.Path)]
    public string? HealthPath { get; init; }
}
