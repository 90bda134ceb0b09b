using System.Buffers;
using System.Buffers.Text;
using System.Text;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>Writes what an origin is sent: the client's target and headers byte for byte, without those of the client's connection and with those of this hop.</summary>
internal static class RequestHead
{
    /// <summary>The name this hop signs with in Via and CDN-Loop.</summary>
    public const string Hop = "edgeinfra";

    public static void Write(ArrayBufferWriter<byte> output, EdgeRequest request, string host, bool lastUse)
    {
        var course = request.Course;
        Text(output, course?.Method ?? request.Method);
        output.Write(" "u8);
        Text(output, course?.Url ?? request.ToOrigin.Url);
        output.Write(" HTTP/1.1\r\n"u8);
        Line(output, "Host", host);
        var headers = course?.Headers ?? request.ToOrigin.Headers;
        var nominated = HopByHop.NominatesHeaders(headers);
        foreach (ref readonly var line in headers.Lines)
        {
            if (!IsOurs(line.Name) && !HopByHop.Is(line.Name) && !(nominated && HopByHop.IsNominated(headers, line.Name)))
            {
                Line(output, line.Name, line.Value);
            }
        }

        WriteOwn(output, request);
        WriteFraming(output, request);
        if (request.Upgrade is { } protocol)
        {
            Line(output, "Upgrade", protocol);
            output.Write("Connection: Upgrade\r\n\r\n"u8);
            return;
        }

        if (request.TakesTrailers)
        {
            output.Write(lastUse ? "TE: trailers\r\nConnection: TE, close\r\n\r\n"u8 : "TE: trailers\r\nConnection: TE\r\n\r\n"u8);
            return;
        }

        output.Write(lastUse ? "Connection: close\r\n\r\n"u8 : "\r\n"u8);
    }

    public static void WriteChunk(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        Number(output, data.Length, 'x');
        output.Write("\r\n"u8);
        output.Write(data);
        output.Write("\r\n"u8);
    }

    public static void Line(IBufferWriter<byte> output, string name, string value)
    {
        Text(output, name);
        output.Write(": "u8);
        Text(output, value);
        output.Write("\r\n"u8);
    }

    public static void Text(IBufferWriter<byte> output, string text)
    {
        var room = output.GetSpan(text.Length);
        output.Advance(Encoding.Latin1.GetBytes(text, room));
    }

    // Set here from what the edge knows; whatever the client claims in them is no evidence.
    internal static bool IsOurs(string name) => name.Length switch
    {
        4 => HeaderList.Same(name, "Host"),
        6 => HeaderList.Same(name, "Expect"),
        9 => HeaderList.Same(name, "Fastly-FF"),
        10 => HeaderList.Same(name, "Fastly-SSL"),
        14 => HeaderList.Same(name, "Content-Length"),
        15 => HeaderList.Same(name, "X-Forwarded-For"),
        16 => HeaderList.Same(name, "X-Forwarded-Host") || HeaderList.Same(name, "Fastly-Client-IP"),
        17 => HeaderList.Same(name, "X-Forwarded-Proto"),
        _ => false,
    };

    private static void WriteOwn(ArrayBufferWriter<byte> output, EdgeRequest request)
    {
        WriteForwardedFor(output, request);
        Line(output, "X-Forwarded-Host", request.ClientHost);
        output.Write(request.IsTls ? "X-Forwarded-Proto: https\r\nFastly-SSL: 1\r\n"u8 : "X-Forwarded-Proto: http\r\n"u8);
        Line(output, "Fastly-Client-IP", request.ClientIp);
        if (request.Signature is { } signature)
        {
            Line(output, "Fastly-FF", signature);
        }

        output.Write(request.Protocol == "HTTP/2" ? "Via: 2 edgeinfra\r\nCDN-Loop: edgeinfra\r\n"u8 : "Via: 1.1 edgeinfra\r\nCDN-Loop: edgeinfra\r\n"u8);
    }

    private static void WriteForwardedFor(ArrayBufferWriter<byte> output, EdgeRequest request)
    {
        var rule = request.ForwardedFor;
        var any = false;
        foreach (ref readonly var line in request.Headers.Lines)
        {
            if (rule is ForwardedFor.Append or ForwardedFor.Leave && HeaderList.Same(line.Name, "X-Forwarded-For") && line.Value.Length > 0)
            {
                output.Write(any ? ", "u8 : "X-Forwarded-For: "u8);
                Text(output, line.Value);
                any = true;
            }
        }

        // Another node of ours has added the client; this one would only repeat it.
        if (rule is ForwardedFor.Overwrite || (rule is ForwardedFor.Append && request.Visits == 0))
        {
            output.Write(any ? ", "u8 : "X-Forwarded-For: "u8);
            Text(output, request.ClientIp);
            any = true;
        }

        output.Write(any ? "\r\n"u8 : ""u8);
    }

    private static void WriteFraming(ArrayBufferWriter<byte> output, EdgeRequest request)
    {
        if (request.BodyLength is { } length)
        {
            output.Write("Content-Length: "u8);
            Number(output, length, 'D');
            output.Write("\r\n"u8);
        }
        else if (request.Body is not null)
        {
            output.Write("Transfer-Encoding: chunked\r\n"u8);
        }
    }

    private static void Number(ArrayBufferWriter<byte> output, long number, char format)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(20), out var written, format);
        output.Advance(written);
    }
}
