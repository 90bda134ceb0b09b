using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using EdgeInfra.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Unit.Provider;

/// <summary>
/// A control API of Fastly's shape with everything in memory; it keeps the calls, and fails where a test wants it to.
/// </summary>
internal sealed class FakeControl : IAsyncDisposable
{
    public const string Key = "the-right-key";

    private readonly WebApplication _app;
    private readonly FakeServices _services = new();

    private FakeControl(WebApplication app) => _app = app;

    public string Endpoint => _app.Urls.First();

    /// <summary>Every call so far, as in <c>PUT /service/ID/version/1/activate</c>; reading calls are left out.</summary>
    public ConcurrentQueue<string> Writes { get; } = [];

    /// <summary>
    /// Answers a call with this status and message instead of doing it, when that is not null; a message in HTML as it is.
    /// </summary>
    public Func<string, (int Status, string Message)?> Refuse { get; set; } = _ => null;

    /// <summary>Awaited before a call is answered.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<FakeControl> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var control = new FakeControl(app);
        app.Run(control.Answer);
        await app.StartAsync();
        return control;
    }

    public ServiceVersion? Active(string service) => _services.Active(service);

    public FakeContents Contents => _services.Contents;

    /// <summary>The id of a dictionary, ACL or snippet of the live version.</summary>
    public string IdOf(string service, ObjectKind kind, string name) => _services.IdOf(service, kind, name);

    public ServiceVersion Content(string service, int number) => _services.Content(service, number);

    /// <summary>Whether client keys are answered by versions that come from now on.</summary>
    public bool TellsKeys
    {
        get => _services.TellsKeys;
        set => _services.TellsKeys = value;
    }

    /// <summary>Whether it takes the fields of the bundled runtime.</summary>
    public bool TakesExtensions
    {
        get => _services.TakesExtensions;
        set => _services.TakesExtensions = value;
    }

    public int Versions(string service) => _services.Versions(service);

    public IReadOnlyList<string> TakeWrites()
    {
        var taken = Writes.ToList();
        Writes.Clear();
        return taken;
    }

    /// <summary>Activates another content behind the provider's back.</summary>
    public void Drift(string service, Func<ServiceVersion, ServiceVersion> change) => _services.Drift(service, change);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var call = $"{context.Request.Method} {target}";
        await Before(call, context.RequestAborted);
        if (context.Request.Headers["Fastly-Key"] != Key)
        {
            await Say(context, 401, "Provided credentials are missing or invalid");
            return;
        }

        if (Refuse(call) is var (status, message))
        {
            await Say(context, status, message);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var isJson = context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        var answer = _services.Answer(context.Request.Method, target, isJson ? [] : Form(body), body);
        if (context.Request.Method != "GET")
        {
            Writes.Enqueue(call);
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(answer.Body);
    }

    private static List<KeyValuePair<string, string>> Form(string body) =>
        [.. body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1])))];

    private static async Task Say(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        await context.Response.Body.WriteAsync(message.StartsWith('<')
            ? System.Text.Encoding.UTF8.GetBytes(message)
            : JsonSerializer.SerializeToUtf8Bytes(new { msg = "Bad request", detail = message }));
    }
}
