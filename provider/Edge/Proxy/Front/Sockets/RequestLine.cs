using System.Text;
using EdgeInfra.Edge.Proxy.Http;

namespace EdgeInfra.Edge.Proxy.Front.Sockets;

/// <summary>Reads a request's first line: a method, one blank, a target, blanks, and HTTP/1.1 or HTTP/1.0.</summary>
internal readonly ref struct RequestLine
{
    private const int Version = 8;

    private RequestLine(ReadOnlySpan<byte> method, ReadOnlySpan<byte> target, TargetForm form, bool isHttp11)
    {
        Method = method;
        Target = target;
        (Form, IsHttp11) = (form, isHttp11);
    }

    private RequestLine(Refusal refusal) => Refusal = refusal;

    public ReadOnlySpan<byte> Method { get; }

    public ReadOnlySpan<byte> Target { get; }

    public TargetForm Form { get; }

    public bool IsHttp11 { get; }

    /// <summary>Why it is no line of a request; null when it is.</summary>
    public Refusal? Refusal { get; }

    /// <param name="line">Without its end.</param>
    /// <param name="isFirst">Whether nothing came before it on the connection.</param>
    public static RequestLine Read(ReadOnlySpan<byte> line, bool isFirst)
    {
        var blank = line.IndexOf((byte)' ');
        if (blank <= 0 || line[..blank].ContainsAnyExcept(Tokens.NameBytes))
        {
            return new(Refusal.Malformed);
        }

        var method = line[..blank];
        var rest = line[(blank + 1)..];
        blank = rest.IndexOf((byte)' ');
        if (blank <= 0 || rest[..blank].ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            return new(Refusal.Malformed);
        }

        var target = rest[..blank];
        var version = rest[blank..].TrimStart((byte)' ');
        var isHttp11 = version.SequenceEqual("HTTP/1.1"u8);
        return isHttp11 || version.SequenceEqual("HTTP/1.0"u8) ? Read(method, target, isHttp11)
            : version.Length != Version ? new(Refusal.Malformed)
            : new(isFirst && line.SequenceEqual("PRI * HTTP/2.0"u8) ? Refusal.Http2 : Refusal.UnknownVersion);
    }

    private static RequestLine Read(ReadOnlySpan<byte> method, ReadOnlySpan<byte> target, bool isHttp11) => FormOf(target) switch
    {
        TargetForm.Origin when PathHasNull(target) => new(Refusal.Malformed),
        TargetForm.Asterisk when !method.SequenceEqual("OPTIONS"u8) => new(Refusal.OnlyOptions),
        TargetForm.Authority when target.ContainsAnyExcept(Hosts.AuthorityBytes) => new(Refusal.Malformed),
        TargetForm.Authority when !method.SequenceEqual("CONNECT"u8) => new(Refusal.OnlyConnect),
        var form => new(method, target, form, isHttp11),
    };

    private static TargetForm FormOf(ReadOnlySpan<byte> target) =>
        target[0] == '/' ? TargetForm.Origin
        : target.SequenceEqual("*"u8) ? TargetForm.Asterisk
        : target.StartsWith("http://"u8) || target.StartsWith("https://"u8) ? TargetForm.Absolute
        : TargetForm.Authority;

    // Whoever unescapes the path might end it there.
    private static bool PathHasNull(ReadOnlySpan<byte> target)
    {
        var escape = target.IndexOf("%00"u8);
        return escape >= 0 && !target[..escape].Contains((byte)'?');
    }
}
