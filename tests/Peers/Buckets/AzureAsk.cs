using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Peers.Buckets;

/// <summary>
/// A request signed with Azure's Shared Key, or with a shared access signature. Written for these tests from Microsoft's description: it shares
/// nothing with the edge's own signing.
/// </summary>
internal sealed record AzureAsk(string Method, string Path)
{
    public const string Account = "teststore";
    public const string Domain = "blob.localhost";
    public const string Host = Account + "." + Domain;

    private const string Version = "2020-12-06";

    public static string AccountKey { get; } = Convert.ToBase64String("a key of the tests, long enough for Azure"u8);

    public string Query { get; init; } = "";

    public string Body { get; init; } = "";

    public string Key { get; init; } = AccountKey;

    /// <summary>Range and conditions, which this scheme signs.</summary>
    public (string Name, string Value)[] Signed { get; init; } = [];

    /// <summary>Azure's own headers, before x-ms-date in the alphabet.</summary>
    public (string Name, string Value)[] Ms { get; init; } = [];

    /// <summary>Header lines that nobody signs.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>What happens to the signed text before it is sent.</summary>
    public Func<string, string> OnTheWay { get; init; } = static text => text;

    /// <summary>A shared access signature for reading one container.</summary>
    public static string Sas(string container, DateTimeOffset end, string key)
    {
        var until = end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var text = $"r\n\n{until}\n/blob/{Account}/{container}\n\n\n\n{Version}\nc\n\n\n\n\n\n\n";
        return $"sv={Version}&sr=c&sp=r&se={Uri.EscapeDataString(until)}&sig={Uri.EscapeDataString(Mac(text, key))}";
    }

    public string Text()
    {
        List<(string Name, string Value)> own =
        [
            .. Ms, ("x-ms-date", TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture)), ("x-ms-version", Version),
        ];
        if (Method == "PUT" && Query.Length == 0)
        {
            own.Insert(0, ("x-ms-blob-type", "BlockBlob"));
        }

        string Of(string name) => Signed.FirstOrDefault(one => one.Name == name).Value ?? "";
        var parameters = Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(one => "\n" + Uri.UnescapeDataString(one.Replace('=', ':')));
        string[] lines =
        [
            Method, "", "", Body.Length == 0 ? "" : $"{Body.Length}", "", Of("Content-Type"), "", Of("If-Modified-Since"), Of("If-Match"), Of("If-None-Match"),
            Of("If-Unmodified-Since"), Of("Range"), .. own.Select(header => $"{header.Name}:{header.Value}"), $"/{Account}{Path}{string.Concat(parameters)}",
        ];
        string[] all =
        [
            $"{Method} {Path}{(Query.Length > 0 ? "?" : "")}{Query} HTTP/1.1", $"Host: {Host}", "Connection: close",
            .. own.Concat(Signed).Select(header => $"{header.Name}: {header.Value}"), .. Headers,
            $"Authorization: SharedKey {Account}:{Mac(string.Join('\n', lines), Key)}", .. Method == "PUT" ? (string[])[$"Content-Length: {Body.Length}"] : [],
        ];
        return OnTheWay(string.Concat(all.Select(line => line + "\r\n")) + "\r\n" + Body);
    }

    private static string Mac(string text, string key) => Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text)));
}
