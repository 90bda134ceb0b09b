using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EdgeInfra.Edge.Bucket;
using EdgeInfra.Edge.Signing.Azure;
using EdgeInfra.Model;

namespace Unit.Edge.Proxy.Policies;

/// <summary>A store of the presets' table, read with one of its schemes or as anybody.</summary>
/// <param name="Kind">As the preset is called.</param>
/// <param name="Mode">Which of its interfaces; null for the first.</param>
/// <param name="Scheme">null where the bucket is public.</param>
/// <param name="InHost">Whether the endpoint begins with the bucket or the account; else the preset decides where it stands.</param>
internal sealed record StoreKind(string Kind, string? Mode, string? Scheme, bool InHost)
{
    private const string Name = "website", Domain = "store.local";

    /// <summary>Each store, public and with each of its schemes, by a name for the list of tests.</summary>
    public static IReadOnlyDictionary<string, StoreKind> All { get; } = (
        from store in Stores.All
        where store.HoldsObjects && store.Mode != "website" // what remains holds no objects, and needs nothing of this
        from scheme in (string?[])[.. store.NeverPublic is null ? (string?[])[null] : [], .. store.Schemes]
        from inHost in (bool[])[false, true]
        select new StoreKind(store.Kind, store.Mode, scheme, inHost)).ToDictionary(one => one.ToString());

    public static TheoryData<string> Names => [.. All.Keys];

    // Azure's account is its key's id.
    private bool HasKey => Scheme is not null || Kind == "azure";

    private string Fake => Row.Dialect!; // holds objects

    private Store Row => Stores.Find(Kind, Mode)!;

    // The region is said twice, for edge and bucket, so that what is signed is really checked.
    private string Region => Kind switch
    {
        "s3" or "wasabi" => "eu-central-1",
        "spaces" => "fra1",
        "linode" => "nl-ams-1",
        "b2" => "eu-central-003",
        "oss" => "cn-shanghai",
        "compatible" => "us-east-1",
        _ => "auto",
    };

    private string Label => Kind switch
    {
        "azure" => "account",
        "b2" when Mode == "native" => "f004",
        _ => Name,
    };

    public BucketOptions Bucket(string root) => new()
    {
        Root = root, Listen = new IPEndPoint(IPAddress.Loopback, 0), Name = Name, Store = Fake, Domain = Domain, Region = Region,
        MayList = Kind == "r2", IsPrivate = Scheme is not null,
        AccessKey = HasKey ? "account" : "", SecretKey = HasKey ? SiteInABucket.Secret : "",
    };

    public StoreArguments Arguments(int port)
    {
        var takes = (string name) => Row.Needs.Contains(name) || Row.Takes.Contains(name);
        return new()
        {
            Name = "site", Mode = Mode, ErrorPage = "/404.html", Endpoint = $"http://{(InHost ? Label + "." : "")}{Domain}:{port}",
            Bucket = takes("bucket") ? Name : null, Container = takes("container") ? Name : null, Region = takes("region") ? Region : null,
            Cluster = Kind == "b2" ? takes("cluster") ? "f004" : null : takes("cluster") ? Region : null,
            Account = Kind switch { "azure" => "account", "r2" => new string('0', 32), _ => null },
            Credentials = Scheme switch
            {
                null => null,
                "azure-sas" => new() { Scheme = Scheme, Token = Sas() },
                _ => new() { Scheme = Scheme, AccessKey = "account", SecretKey = SiteInABucket.Secret },
            },
        };
    }

    public override string ToString() => $"{Kind} {Mode} {Scheme ?? "public"}{(InHost ? " in the host" : "")}";

    /// <summary>A signature for reading the container.</summary>
    public static string Sas(TimeSpan? life = null)
    {
        var end = (TimeProvider.System.GetUtcNow() + (life ?? TimeSpan.FromDays(60))).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var query = $"sv=2020-12-06&sr=c&sp=r&se={Uri.EscapeDataString(end)}";
        var text = AzureSas.ToSign(name => AzureSas.Parameter(query, name), "account", $"/{Name}/index.html");
        return $"{query}&sig={Uri.EscapeDataString(Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(SiteInABucket.Secret), Encoding.UTF8.GetBytes(text))))}";
    }
}
