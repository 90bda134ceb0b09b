using System.Globalization;

namespace EdgeInfra.Model;

/// <summary>An address that stands in for a store's own: scheme, host and port of <c>https://minio.example:9000</c>.</summary>
internal readonly record struct StoreEndpoint(string Host, int Port, bool UseTls)
{
    public static Failure? Read(string text, out StoreEndpoint endpoint)
    {
        var isPlain = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        var isTls = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        var rest = text[(isPlain ? 7 : isTls ? 8 : 0)..];
        rest = rest.EndsWith('/') ? rest[..^1] : rest;
        var (host, port) = Split(rest);
        endpoint = new(host, port.Length == 0 ? isPlain ? 80 : 443 : Number(port), !isPlain);
        var reason = rest.Contains('/', StringComparison.Ordinal) ? "leave out the path; a folder of the bucket belongs in folder"
            : rest.Contains('@', StringComparison.Ordinal) ? "leave out user and password; credentials belong in credentials"
            : endpoint.Port is < 1 or > 65_535 ? "the port must be a number between 1 and 65535"
            : HostNames.RefuseAddress(host);
        return reason is null ? null : new Failure("endpoint", $"is \"{text.ReplaceLineEndings(" ")}\": {reason}.");
    }

    private static (string Host, string Port) Split(string rest)
    {
        if (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
        {
            return (rest[1..end], rest[(end + 1)..].TrimStart(':'));
        }

        var colon = rest.LastIndexOf(':');
        return colon < 0 || HostNames.IsIp(rest) ? (rest, "") : (rest[..colon], rest[(colon + 1)..] is "" ? "none" : rest[(colon + 1)..]);
    }

    private static int Number(string port) => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
