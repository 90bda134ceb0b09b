using System.Globalization;
using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>Another place, and where it is reached: <c>AMS=10.0.0.7:8080</c>.</summary>
internal sealed record ShieldWish(string Place, string Host, int Port)
{
    /// <summary>null when the text is none.</summary>
    public static ShieldWish? Parse(string text)
    {
        var (equals, colon) = (text.IndexOf('=', StringComparison.Ordinal), text.LastIndexOf(':'));
        if (equals <= 0 || colon <= equals + 1 || !IsPlace(text[..equals])
            || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
        {
            return null;
        }

        var host = text[(equals + 1)..colon];
        var bare = host is ['[', .., ']'] ? host[1..^1] : host;
        return IPAddress.TryParse(bare, out _) || (bare == host && Uri.CheckHostName(host) == UriHostNameType.Dns)
            ? new(text[..equals], bare, port)
            : null;
    }

    /// <summary>Letters, digits and hyphens, such as <c>amsterdam-nl</c>: places stand in headers.</summary>
    public static bool IsPlace(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    public override string ToString() => $"{Place}={(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";
}
