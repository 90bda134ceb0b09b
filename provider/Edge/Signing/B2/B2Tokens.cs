using System.Text;
using System.Text.Json.Nodes;
using EdgeInfra.Edge.Signing.Credentials;

namespace EdgeInfra.Edge.Signing.B2;

/// <summary>
/// Tokens for Backblaze's own API, bought with an application key. One that can share files gets a token that does nothing but download from the
/// bucket; else the account's own goes out, with all that the key may do.
/// </summary>
internal sealed class B2Tokens(ICredentialSource keys, CredentialCalls calls, string? bucket, string api, TimeProvider time) : ICredentialSource
{
    public const string Api = "https://api.backblazeb2.com";

    private const string Version = "/b2api/v2/";

    // Both kinds of token live for a day.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public TimeSpan Ahead => TimeSpan.FromHours(1);

    public async Task<StoreCredentials> Get(CancellationToken cancel)
    {
        var key = await keys.Get(cancel);
        var until = time.GetUtcNow() + Lifetime;
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key.AccessKey}:{key.SecretKey}"));
        var address = api + Version + "b2_authorize_account";
        var account = CredentialCalls.Json(await calls.Get(address, cancel, ("Authorization", basic)), address);
        var token = CredentialCalls.Text(account, "authorizationToken") ?? throw new CredentialException($"{address} answers without a token");
        return new StoreCredentials(key.AccessKey, "", await Narrowed(account, token, cancel) ?? token, until);
    }

    private async Task<string?> Narrowed(JsonNode account, string token, CancellationToken cancel)
    {
        var allowed = account["allowed"];
        if (bucket is null || CredentialCalls.Text(account, "apiUrl") is not { } own || !Can(allowed, "shareFiles"))
        {
            return null;
        }

        if (CredentialCalls.Text(allowed, "bucketName") is { } only && only != bucket)
        {
            throw new CredentialException($"bucket: the application key is for the bucket {only}, not for {bucket}");
        }

        var id = CredentialCalls.Text(allowed, "bucketId") ?? await IdOf(own, account, token, cancel);
        if (id is null)
        {
            return null; // a key that may neither list buckets nor is bound to one
        }

        var address = own + Version + "b2_get_download_authorization";
        var query = $"?bucketId={Uri.EscapeDataString(id)}&fileNamePrefix=&validDurationInSeconds={Lifetime.TotalSeconds}";
        var given = await calls.Get(address + query, cancel, ("Authorization", token));
        return CredentialCalls.Text(CredentialCalls.Json(given, address), "authorizationToken");
    }

    private async Task<string?> IdOf(string own, JsonNode account, string token, CancellationToken cancel)
    {
        if (!Can(account["allowed"], "listBuckets") || CredentialCalls.Text(account, "accountId") is not { } id)
        {
            return null;
        }

        var address = own + Version + "b2_list_buckets";
        var query = $"?accountId={Uri.EscapeDataString(id)}&bucketName={Uri.EscapeDataString(bucket!)}"; // asked only with one
        var found = CredentialCalls.Json(await calls.Get(address + query, cancel, ("Authorization", token)), address)["buckets"] as JsonArray;
        return found is [{ } first, ..] ? CredentialCalls.Text(first, "bucketId")
            : throw new CredentialException($"bucket: the account has no bucket {bucket}");
    }

    private static bool Can(JsonNode? allowed, string capability) =>
        allowed?["capabilities"] is JsonArray all && all.Any(one => (string?)one == capability);
}
