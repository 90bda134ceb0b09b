using System.Net;
using EdgeInfra.Edge.Proxy.Front.Certificates;
using EdgeInfra.Edge.Proxy.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeInfra.Edge.Proxy.Front;

/// <summary>
/// The way from Kestrel's HTTP server to the stages: no routing, no middleware. Kestrel's types end here; another front, on plain sockets,
/// can stand beside this one.
/// </summary>
internal sealed class KestrelFront(EdgeHandler handler, long? maxBody, TimeProvider time, Action<string> log,
    Action<EdgeRequest>? ended = null, Action<EdgeRequest>? begun = null) : IHttpApplication<EdgeRequest>
{
    public EdgeRequest CreateContext(IFeatureCollection contextFeatures)
    {
        // Kestrel keeps one context for each connection if it is asked to.
        var container = contextFeatures as IHostContextContainer<EdgeRequest>;
        var request = container?.HostContext ?? new EdgeRequest { Response = new KestrelResponse() };
        if (container is not null)
        {
            container.HostContext = request;
        }

        Fill(request, contextFeatures);
        return request;
    }

    public async Task ProcessRequestAsync(EdgeRequest context)
    {
        try
        {
            await (context.BodyLength > maxBody ? context.Fail(EdgeError.BodyTooLarge) : handler(context));
            await ((KestrelResponse)context.Response).Finish();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A client that left in the middle ends here too; that is nobody's fault.
            if (!context.Aborted.IsCancellationRequested)
            {
                log($"{context.Method} {context.Host}{context.Url}: {failure}");
            }

            context.Response.Abort();
        }
    }

    public void DisposeContext(EdgeRequest context, Exception? exception)
    {
        ended?.Invoke(context);
        context.End();
    }

    private void Fill(EdgeRequest request, IFeatureCollection features)
    {
        var message = features.GetRequiredFeature<IHttpRequestFeature>();
        var target = message.RawTarget;
        var originForm = OriginForm(target);
        request.Method = message.Method;
        (request.Url, request.ClientUrl) = (originForm, originForm);
        request.Arrived = ended is null ? 0 : time.GetTimestamp();
        request.IsTls = ReferenceEquals(message.Scheme, "https") || message.Scheme == "https";
        request.Started = time.GetUtcNow();
        request.Protocol = message.Protocol;
        request.Certificate = request.IsTls ? features.Get<ServedCertificate>() : null;
        FillConnection(request, features.Get<IHttpConnectionFeature>());
        request.Aborted = features.Get<IHttpRequestLifetimeFeature>()?.RequestAborted ?? default;
        FillHeaders(request, message.Headers);
        request.IsMalformed = IsAmbiguous(message);
        request.Host = message.Headers.Host.ToString();
        if (!ReferenceEquals(target, originForm))
        {
            request.Host = AuthorityOf(target);
            request.IsMalformed |= !Authority.IsPlain(request.Host) || target.StartsWith("https:", StringComparison.Ordinal) != request.IsTls;
        }

        request.ClientHost = request.Host;
        FillBody(request, message.Headers, features);
        ((KestrelResponse)request.Response).Attach(features);
        begun?.Invoke(request);
    }

    private static void FillConnection(EdgeRequest request, IHttpConnectionFeature? connection)
    {
        request.Client = Address(connection?.RemoteIpAddress);
        request.ClientPort = connection?.RemotePort ?? 0;
        request.ServerAddress = Address(connection?.LocalIpAddress);
        request.ServerPort = connection?.LocalPort ?? 0;
        request.ClientRequests++;
    }

    private static void FillHeaders(EdgeRequest request, IHeaderDictionary headers)
    {
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                request.Headers.Add(name, value ?? "");
            }
        }
    }

    // What Kestrel lets pass although an origin may frame it in another way: codings before chunked, and chunks in HTTP/1.0. Of a message with
    // both Content-Length and Transfer-Encoding it believes the latter and renames the former.
    private static bool IsAmbiguous(IHttpRequestFeature message)
    {
        var coding = message.Headers.TransferEncoding;
        return message.Protocol == "HTTP/2" ? HasHeadersOfHttp1(message.Headers) : coding.Count > 0
            && (coding.Count > 1 || !"chunked".Equals(coding[0], StringComparison.OrdinalIgnoreCase)
                || message.Protocol == "HTTP/1.0" || message.Headers.ContainsKey("X-Content-Length"));
    }

    // Kestrel refuses Connection and TE, and lets these pass (RFC 9113, 8.2.2).
    private static bool HasHeadersOfHttp1(IHeaderDictionary headers) =>
        headers.TransferEncoding.Count > 0 || headers.Upgrade.Count > 0 || headers.KeepAlive.Count > 0 || headers.ContainsKey("Proxy-Connection");

    private static void FillBody(EdgeRequest request, IHeaderDictionary headers, IFeatureCollection features)
    {
        request.BodyLength = headers.ContentLength;
        request.Upgrade = request.Method == "CONNECT" ? WebSocketOverHttp2.Ask(request, features) : UpgradeOf(request.Protocol, headers, features);
        if (request.Upgrade is not null)
        {
            return; // whatever follows belongs to the other protocol
        }

        var hasBody = features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true && request.BodyLength is null or > 0;
        request.Body = hasBody ? features.GetRequiredFeature<IRequestBodyPipeFeature>().Reader : null;
        request.Trailers = hasBody && request.BodyLength is null ? () => TrailersOf(features) : null;
    }

    private static IEnumerable<HeaderLine> TrailersOf(IFeatureCollection features) =>
        features.Get<IHttpRequestTrailersFeature>() is { Available: true } there
            ? from field in there.Trailers
              where Trailers.MayPass(field.Key)
              from value in field.Value
              where !value.AsSpan().ContainsAny(Tokens.ControlCharacters)
              select new HeaderLine(field.Key, value)
            : [];

    // In HTTP/1.0 there is no such thing (RFC 9110, 7.8). An origin that took h2c, were it only one of several, would be spoken to past the edge.
    private static string? UpgradeOf(string protocol, IHeaderDictionary headers, IFeatureCollection features) =>
        headers.Upgrade is { Count: > 0 } values && protocol == "HTTP/1.1" && values.ToString() is { Length: > 0 } asked
            && !Tokens.Contains(asked, "h2c") && features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true
            ? asked
            : null;

    private static IPAddress Address(IPAddress? address) =>
        address is null ? IPAddress.None : address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    // http://host/path?query is /path?query to an origin. The bytes after the authority stay as they are.
    private static string OriginForm(string target)
    {
        var authority = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
        {
            return target;
        }

        var path = target.AsSpan(authority + 3).IndexOfAny('/', '?');
        return path < 0 ? "/"
            : target[authority + 3 + path] == '/' ? target[(authority + 3 + path)..]
            : "/" + target[(authority + 3 + path)..];
    }

    private static string AuthorityOf(string target)
    {
        var rest = target[(target.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?');
        return end < 0 ? rest : rest[..end];
    }
}
