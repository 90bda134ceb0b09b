using System.Security.Cryptography;
using System.Text;
using EdgeInfra.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeInfra.Edge.Control;

/// <summary>Answers the calls of the control API. Everything but <c>GET /health</c> needs the token.</summary>
internal sealed class ControlApi
{
    private readonly byte[] _tokenHash;
    private readonly RouteTable _routes;
    private readonly AuditLog _audit;
    private readonly Action<string> _log;

    public ControlApi(string token, ServiceRegister services, Activation activation, AuditLog audit, TimeProvider clock, Action<string> log)
    {
        (_tokenHash, _audit, _log) = (Hash(token), audit, log);
        _routes = new(
        [
            .. new ServiceRoutes(services).All,
            .. new VersionRoutes(services, activation, clock).All,
            .. new VclRoutes(services).All,
            .. FieldTables.Versioned.SelectMany(table => new ObjectRoutes(table, services, clock).All),
        ]);
    }

    public async Task Handle(HttpContext context)
    {
        // The raw target: the decoded path no longer tells a slash inside a name from one between names.
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var answer = await AnswerTo(context, RequestTarget.Parse(raw)).ConfigureAwait(false);
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        response.Headers.CacheControl = "no-store";
        if (answer.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }

        await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<Answer> AnswerTo(HttpContext context, RequestTarget target)
    {
        var method = context.Request.Method;
        if (method == "GET" && target.Segments is ["health"])
        {
            return Answer.Ok;
        }

        if (!IsAllowed(context.Request.Headers["Fastly-Key"]))
        {
            return Answer.Of(Refusals.Unauthorized());
        }

        var body = await ControlBody.Read(context.Request, context.RequestAborted).ConfigureAwait(false);
        return Answer.Of(body, form => Routed(new ControlCall(method, target, form), context.Connection.RemoteIpAddress?.ToString() ?? ""));
    }

    private Answer Routed(ControlCall call, string from)
    {
        try
        {
            var answer = _routes.Answer(call);
            if (call.Method != "GET" && answer.Status < 300)
            {
                _audit.Write(from, call);
            }

            return answer;
        }
        catch (StoreException error)
        {
            _log(error.Message);
            return Answer.Of(Refusals.StoreFailed(error.Message));
        }
        catch (Exception error)
        {
            _log($"{call.Method} failed: {error}");
            return Answer.Of(Refusals.Broken());
        }
    }

    // Hashes are compared, so that neither content nor length of the token shows in the time it takes.
    private bool IsAllowed(string? key) => key is not null && CryptographicOperations.FixedTimeEquals(Hash(key), _tokenHash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
