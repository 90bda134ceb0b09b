using System.Buffers;
using System.Globalization;
using System.Text.Json;
using EdgeInfra.Edge.Proxy.Caching;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Edge.Proxy.Seeing;

/// <summary>An object of JSON on each line. What a request does not have is null, so that every line has the same fields.</summary>
internal sealed class AccessJson : IAccessFormat
{
    public byte[] Line(EdgeRequest request, TimeSpan took)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, request, took);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, EdgeRequest request, TimeSpan took)
    {
        json.WriteStartObject();
        json.WriteString("time", request.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("service", request.Service?.Config.ServiceId);
        Number(json, "version", request.Service?.Config.VersionNumber);
        json.WriteString("client", request.ClientIp);
        json.WriteString("method", request.Method);
        json.WriteString("host", request.ClientHost);
        json.WriteString("url", request.ClientUrl);
        json.WriteString("protocol", request.Protocol);
        json.WriteNumber("status", request.Response.Status);
        json.WriteNumber("bytes", request.BytesSent);
        json.WriteNumber("duration_ms", Math.Round(took.TotalMilliseconds, 3));
        json.WriteString("backend", request.Asked?.Name);
        json.WriteString("cause", request.Cause);
        json.WriteNumber("retries", request.Retries);
        json.WriteString("cache", request.Cached == CacheState.None ? null : CacheStates.Name(request.Cached));
        json.WriteString("request_id", ((IConnectionView)request).RequestId);
        json.WriteString("trace_id", request.TraceId);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
