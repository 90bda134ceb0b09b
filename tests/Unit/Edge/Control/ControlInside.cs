using System.Net;
using EdgeInfra.Edge.Control;
using EdgeInfra.Model;
using Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Unit.Edge.Control;

/// <summary>The control API without a listener, called on the caller's own thread; over a data folder that may be killed.</summary>
internal sealed class ControlInside : IDisposable
{
    private readonly AuditLog _audit;
    private readonly TrafficHistory _traffic;
    private readonly ControlApi _api;
    private readonly Activation _activation;

    public ControlInside(string folder, IFiles files)
    {
        var options = new ControlOptions
        {
            Listen = new(IPAddress.Loopback, 0), Token = ControlUnderTest.Token, DataDirectory = folder,
            Time = new ManualTime(DateTimeOffset.UnixEpoch), Files = files,
        };
        files.CreateFolder(folder);
        Services = new ServiceRegister(new VersionStore(folder, files, Log.Add), options.Time);
        _activation = new Activation(Services, options.Time, _ => { }, Log.Add);
        var tokens = new TokenRegister(folder, files, options.Token, options.Time, Log.Add);
        _audit = new AuditLog(folder, Log.Add);
        _traffic = new TrafficHistory(() => [], options.Time);
        var routes = new ControlRoutes(Services, _activation, tokens, _audit, _traffic, options).Table;
        _api = new ControlApi(routes, tokens, new WriteBudget(options.Time), _audit, options.Time, Log.Add);
    }

    public List<string> Log { get; } = [];

    public ServiceRegister Services { get; }

    public EdgeConfig Live => _activation.Live;

    public Said Send(string method, string target, string form = "")
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Method = method;
        context.Request.Headers["Fastly-Key"] = ControlUnderTest.Token;
        context.Request.ContentType = form.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded";
        context.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(form));
        context.Request.ContentLength = context.Request.Body.Length;
        context.Response.Body = body;
        var handled = _api.Handle(context);
        Assert.True(handled.IsCompletedSuccessfully, "a write must not leave its thread"); // all its streams are in memory
        return new Said(context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    public string Service(string domain)
    {
        var id = (string)Send("POST", "/service", $"name={domain}").Expect(200)["id"]!;
        Send("POST", $"/service/{id}/version/1/domain", $"name={domain}").Expect(200);
        Send("POST", $"/service/{id}/version/1/backend", "name=origin&address=192.0.2.1").Expect(200);
        return id;
    }

    public void Dispose()
    {
        _traffic.Dispose();
        _audit.Dispose();
    }
}
