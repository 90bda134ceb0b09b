using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kit;

/// <summary>An origin that answers every request with one text.</summary>
public sealed class Page : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Page(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.First()).Port;

    public static async Task<Page> Serve(string text)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync(text));
        await app.StartAsync();
        return new Page(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
