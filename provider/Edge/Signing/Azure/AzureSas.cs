using System.Globalization;

namespace EdgeInfra.Edge.Signing.Azure;

/// <summary>A service's shared access signature for a blob or a container, as version 2020-12-06 signs it.</summary>
internal static class AzureSas
{
    /// <param name="parameter">A parameter of the signature by name, decoded; null when it is not there.</param>
    /// <param name="path">Of the blob, as on the wire; a signature of a container holds for all below its first segment.</param>
    public static string ToSign(Func<string, string?> parameter, string account, string path)
    {
        var blob = Uri.UnescapeDataString(path);
        var slash = blob.IndexOf('/', 1);
        var resource = parameter("sr") == "c" && slash > 0 ? blob[..slash] : blob;
        return string.Join('\n',
        [
            .. Of(parameter, "sp", "st", "se"),
            $"/blob/{account}{resource}",
            .. Of(parameter, "si", "sip", "spr", "sv", "sr", "snapshot", "ses", "rscc", "rscd", "rsce", "rscl", "rsct"),
        ]);
    }

    /// <summary>When it begins or ends; null when that is not told.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>A parameter of a signature as it is appended to a query.</summary>
    public static string? Parameter(string token, string name) => token.TrimStart('?').Split('&')
        .Where(part => part.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(part => Uri.UnescapeDataString(part[(name.Length + 1)..]))
        .FirstOrDefault();

    private static IEnumerable<string> Of(Func<string, string?> parameter, params string[] names) =>
        names.Select(name => parameter(name) ?? "");
}
