using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Bench.Proxy;

/// <summary>
/// What a C# programmer writes first: Kestrel in front, HttpClient behind, headers and body copied. It is measured as it is, and once more with inline
/// completions, which is what a setting alone can do for it.
/// </summary>
internal static class NaiveForwarder
{
    public static async Task Serve(string listen, string origin)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(listen);
        await using var app = builder.Build();
        using var client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, ActivityHeadersPropagator = null,
        });
        app.Run(context => Forward(context, client, origin));
        await app.RunAsync();
    }

    private static async Task Forward(HttpContext context, HttpMessageInvoker client, string origin)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(origin + context.Features.Get<IHttpRequestFeature>()!.RawTarget));
        foreach (var (name, values) in context.Request.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        request.Headers.TryAddWithoutValidation("X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString());
        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        context.Response.Headers.Remove("Transfer-Encoding");
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
