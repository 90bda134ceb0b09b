using System.Globalization;
using System.Text;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>The directives of Apache's LogFormat that are known here, and <c>%{…}x</c> for what Apache has no letter for.</summary>
internal static class AccessDirectives
{
    private const string Nothing = "-";
    private static readonly string[] Secret =
        ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "Fastly-Key", "X-Api-Key"];

    public static Func<EdgeRequest, TimeSpan, string> Find(char letter, string name) => (letter, name) switch
    {
        ('%', "") => static (_, _) => "%",
        ('h' or 'a', "") => static (request, _) => request.ClientIp,
        ('l' or 'u', "") => static (_, _) => Nothing, // who the visitor says to be is never logged
        ('t', "") => static (request, _) => request.Started.UtcDateTime.ToString("'['dd/MMM/yyyy:HH:mm:ss '+0000]'", CultureInfo.InvariantCulture),
        ('r', "") => static (request, _) => Safe($"{request.Method} {request.ClientUrl} {request.Protocol}"),
        ('m', "") => static (request, _) => Safe(request.Method),
        ('U', "") => static (request, _) => Safe(Cut(request.ClientUrl).Path),
        ('q', "") => static (request, _) => Safe(Cut(request.ClientUrl).Query),
        ('H', "") => static (request, _) => request.Protocol,
        ('v' or 'V', "") => static (request, _) => Safe(request.ClientHost),
        ('s', "") => static (request, _) => Number(request.Response.Status),
        ('b', "") => static (request, _) => request.BytesSent == 0 ? Nothing : Number(request.BytesSent),
        ('B', "") => static (request, _) => Number(request.BytesSent),
        ('D', "") => static (_, took) => Number((long)took.TotalMicroseconds),
        ('T', "") => static (_, took) => Number((long)took.TotalSeconds),
        ('i', not "") => Public(name, request => request.Header(name)),
        ('o', not "") => Public(name, request => request.Response.Header(name)),
        ('x', not "") => Own(name),
        _ => throw new FormatException(
            $"%{(name.Length > 0 ? "{" + name + "}" : "")}{letter} is not known; known are %h %a %l %u %t %r %m %U %q %H %v %V %s %b %B %D %T %{{Header}}i %{{Header}}o %{{field}}x %%"),
    };

    private static Func<EdgeRequest, TimeSpan, string> Own(string field) => field switch
    {
        "service" => static (request, _) => request.Service?.Config.ServiceId ?? Nothing,
        "version" => static (request, _) => request.Service is { } service ? Number(service.Config.VersionNumber) : Nothing,
        "backend" => static (request, _) => Safe(request.Asked?.Name),
        "cause" => static (request, _) => request.Cause ?? Nothing,
        "retries" => static (request, _) => Number(request.Retries),
        "request_id" => static (request, _) => ((IConnectionView)request).RequestId,
        "trace_id" => static (request, _) => request.TraceId ?? Nothing,
        _ => throw new FormatException(
            $"%{{{field}}}x is not known; fields are service, version, backend, cause, retries, request_id and trace_id"),
    };

    private static Func<EdgeRequest, TimeSpan, string> Public(string header, Func<EdgeRequest, string?> of) =>
        Secret.Contains(header, StringComparer.OrdinalIgnoreCase)
            ? throw new FormatException($"the header {header} is a secret, and never logged")
            : (request, _) => Safe(of(request));

    private static (string Path, string Query) Cut(string url) =>
        url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? (url[..query], url[query..]) : (url, "");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // As Apache: nothing a visitor sends can end a line or a quoted part.
    private static string Safe(string? text)
    {
        if (text is null)
        {
            return Nothing;
        }

        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.AsSpan().ContainsAny('"', '\\'))
        {
            return text;
        }

        var safe = new StringBuilder();
        foreach (var c in text)
        {
            _ = c is '"' or '\\' ? safe.Append('\\').Append(c)
                : c is >= ' ' and <= '~' ? safe.Append(c)
                : safe.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}");
        }

        return safe.ToString();
    }
}
