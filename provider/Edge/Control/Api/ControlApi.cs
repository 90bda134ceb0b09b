using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace EdgeInfra.Edge.Control;

/// <summary>Answers the calls of the control API. Everything but <c>GET /health</c> needs a token, but for <c>GET /metrics</c> where the operator opened it.</summary>
internal sealed class ControlApi(
    RouteTable routes, TokenRegister tokens, WriteBudget budget, AuditLog audit, TimeProvider clock, Action<string> log)
{
    private readonly Lock _writing = new();

    /// <summary>Tells the metrics to whoever asks; null when they need a token too.</summary>
    public Func<Answer>? OpenMetrics { get; init; }

    public async Task Handle(HttpContext context)
    {
        // The raw target: the decoded path no longer tells a slash inside a name from one between names.
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var answer = await AnswerTo(context, RequestTarget.Parse(raw)).ConfigureAwait(false);
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        response.Headers["Status"] = $"{answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}";
        if (answer.Link is { } link)
        {
            response.Headers.Link = link;
        }

        if (answer.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<Answer> AnswerTo(HttpContext context, RequestTarget target)
    {
        var (request, from) = (context.Request, context.Connection.RemoteIpAddress?.ToString() ?? "");
        if (request.Method == "GET" && target.Segments is ["health"])
        {
            return Answer.Ok;
        }

        if (OpenMetrics is { } metrics && request.Method == "GET" && target.Segments is ["metrics"])
        {
            return metrics();
        }

        if (tokens.Find(request.Headers["Fastly-Key"]) is not { } caller)
        {
            return Answer.Of(Refusals.Unauthorized());
        }

        tokens.Used(caller, from, request.Headers.UserAgent.ToString());
        if (request.Method != "GET" && !MayWrite(caller, context.Response))
        {
            return Answer.Of(Refusals.TooManyWrites());
        }

        var limit = routes.BodyLimit(request.Method, target.Segments);
        var body = await ControlBody.Read(request, limit, context.RequestAborted).ConfigureAwait(false);
        return body.Value is { } form
            ? await Routed(new ControlCall(request.Method, target, form)
            {
                Caller = caller, From = from, Header = name => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null,
            }, context.RequestAborted).ConfigureAwait(false)
            : Answer.Of(body.Refusal!);
    }

    private bool MayWrite(Token caller, HttpResponse response)
    {
        var (remaining, reset) = budget.Take(caller.Id);
        response.Headers["Fastly-RateLimit-Remaining"] = Math.Max(remaining, 0).ToString(CultureInfo.InvariantCulture);
        response.Headers["Fastly-RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
        return remaining >= 0;
    }

    private async Task<Answer> Routed(ControlCall call, CancellationToken cancel)
    {
        try
        {
            return call.Method == "GET" ? await routes.AnswerLater(call, cancel).ConfigureAwait(false) : Written(call);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Answer.Nothing; // whoever asked is gone
        }
        catch (StoreException error)
        {
            log(error.Message);
            return Answer.Of(Refusals.StoreFailed(error.Message));
        }
        catch (Exception error)
        {
            log($"{call.Method} failed: {error}");
            return Answer.Of(Refusals.Broken());
        }
    }

    // Changes are made one after the other, each with its line: the log tells the order in which they happened.
    private Answer Written(ControlCall call)
    {
        lock (_writing)
        {
            var answer = routes.Answer(call);
            if (answer.Status < 300)
            {
                audit.Write(Timestamp.Now(clock), call);
            }

            return answer;
        }
    }
}
