using System.IO.Pipelines;
using EdgeInfra.Edge.Proxy.Caching;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Policies;
using EdgeInfra.Edge.Proxy.Rules;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Stages;

/// <summary>Asks the chosen origin and passes its answer on.</summary>
/// <remarks>
/// <code>
///   client ──(1)── place ──(2)── connection ──(3)── request head ──(4)── request body ──┐
///                                                                                     origin
///   client ──(8)── end ───(7)─── answer body ──(6)── answer head ───(5)── answer head ──┘
/// </code>
/// <list type="number">
/// <item>Take one of the origin's places, waiting for it as long as for a connection; none is max_conn. An origin that can't be reached is
/// replaced, see <see cref="Failover"/>.</item>
/// <item>Take an idle connection, or dial within the connect timeout.</item>
/// <item>Send the head. A connection the origin has closed in the meantime is replaced once, if nothing can have happened twice.</item>
/// <item>Stream the body while already waiting for the answer, so an early refusal gets through.</item>
/// <item>Read the answer's head within the first byte timeout. Until here a failure is a 503; afterwards it can only end the connection.</item>
/// <item>Pass the head on, without what concerned the origin's connection only. After a switch to another protocol bytes pass both ways.</item>
/// <item>Stream the body. An origin that pauses for too long has said all it had to say.</item>
/// <item>Keep the connection if both sides of it are at a clean end, else close it.</item>
/// </list>
/// </remarks>
internal sealed class Forward(Failover failover, TimeProvider time, Action<string> log) : IStage
{
    private const string Via = "1.1 " + RequestHead.Hop;

    public async ValueTask Run(EdgeRequest request, EdgeHandler rest)
    {
        while (await Attempt(request) is { } failure)
        {
            request.Asked!.CountFailure(failure.Error); // an attempt was made
            if (!failover.MovesOn(request, failure))
            {
                await Explain(request, failure);
                return;
            }
        }
    }

    private async ValueTask<OriginException?> Attempt(EdgeRequest request)
    {
        var pool = request.Origin!.Pool; // set by PickBackend
        if (request.BeginCourse() is { Fault: not null } refused)
        {
            await refused.Next("", default, log);
            return null;
        }

        request.BeginAttempt();
        var began = time.GetTimestamp();
        if (!await pool.Enter(request.Origin.Origin.ConnectTimeout, request.Aborted)) // :: Step 1
        {
            return new OriginException(EdgeError.MaxConnectionsReached, "all of its connections are in use");
        }

        try
        {
            await (request.Course is { } course ? Follow(course, request, began) : Exchange(request, request.Origin, began));
            if (request.Response.IsCutShort)
            {
                log($"{request.Origin.Origin.Name} ({request.Origin.Origin.Identity}): the answer paused for too long, what had come counts as all of it");
            }
        }
        catch (OriginException failure)
        {
            return failure;
        }
        catch (OperationCanceledException) when (request.Aborted.IsCancellationRequested)
        {
            request.Response.Abort(); // nobody is there to be answered
        }
        finally
        {
            pool.Leave();
        }

        return null;
    }

    // As often as the origin's policy wants to ask: for the object, an index, an error page.
    private async ValueTask Follow(OriginCourse course, EdgeRequest request, long began)
    {
        var origin = request.Origin!; // its policy is followed
        while (await course.Next(HostFor(request, origin.Origin), time.GetUtcNow(), log))
        {
            try
            {
                await Exchange(request, origin, began);
            }
            catch (OriginException failure) when (course.IsAside && !request.Response.HasStarted && !request.Aborted.IsCancellationRequested)
            {
                course.Failed(failure);
            }
        }
    }

    private async ValueTask Exchange(EdgeRequest request, LiveOrigin origin, long began)
    {
        var connection = origin.Pool.TakeIdle(origin.MayDial) ?? await origin.Dial(request.Aborted); // :: Step 2
        while (true)
        {
            var mayRepeat = connection.IsReused;
            try
            {
                await ExchangeOn(connection, request, origin, began);
                return;
            }
            catch (OriginException failure) when (MayRepeat(request, connection)) // :: Step 3
            {
                if (!mayRepeat)
                {
                    failure.MayRepeat = true;
                    throw;
                }

                request.Asked!.CountRenewal();
                request.Retries++;
                connection = await origin.Dial(request.Aborted);
            }
        }
    }

    private async ValueTask ExchangeOn(OriginConnection connection, EdgeRequest request, LiveOrigin origin, long began)
    {
        var (kept, isAnswered) = (false, false);
        CompressedBody? packed = null;
        var sending = Task.CompletedTask;
        using var abort = request.Aborted.UnsafeRegister(static aborted => ((OriginConnection)aborted!).Abort(), connection);
        try
        {
            sending = await Send(connection, request, origin);
            var course = request.Course;
            var head = await connection.Exchange.ReadHead(
                (course?.Method ?? request.Method) == "HEAD", course?.PassesInterim == false ? null : request.Response, request.Upgrade is not null); // :: Step 5
            isAnswered = true;
            request.Asked!.FirstBytes.Count(time.GetElapsedTime(began));
            WriteHead(head, request.Response); // :: Step 6
            if (head.Status == 101)
            {
                request.Response.Headers.Add("Upgrade", head.Headers.First("Upgrade") ?? request.Upgrade!);
                request.Response.BodyBytes = await connection.Exchange.Pass(await request.Response.Switch());
                return;
            }

            if (course is not null && !await course.Passes(connection.Exchange))
            {
                kept = await OriginCourse.Discard(connection.Exchange) && IsAtCleanEnd(head, sending, connection);
                return;
            }

            if (request.Fill is { } asking && asking.IsConfirmedBy(head.Status))
            {
                kept = IsAtCleanEnd(head, sending, connection);
                await asking.ServeConfirmed(request);
                return;
            }

            if (OriginAnswer.Follow(request) is { } answer)
            {
                await request.Answer(answer); // the origin's body stays where it is, so the connection goes
                return;
            }

            if (request.BeginsAnew)
            {
                return; // as above
            }

            if (request.Fill is { MayStandIn: true } fill && head.Status is 500 or 502 or 503 or 504)
            {
                await fill.StandIn(request); // the body of the error stays where it is, so the connection goes
                return;
            }

            request.Fill?.Consider(request);
            SurrogateHeaders.Strip(request);
            request.Response.IsEmpty = head.Framing == Framing.None && request.Method != "HEAD";
            await request.Response.Start();
            if (head.Framing != Framing.None && !request.Response.MayHaveBody)
            {
                return; // a rule has made it an answer without a body
            }

            var client = request.Fill?.Collector is { } collector ? new CollectedBody(request.Response.Body, collector) : request.Response.Body;
            packed = request.Response.Coding != ContentCoding.None && head.Framing != Framing.None
                ? new CompressedBody(client, request.Response.Coding) : null;
            var end = await PassBody(connection, client, packed); // :: Step 7
            if (end == BodyEnd.Complete)
            {
                request.Fill?.Keep(request);
            }

            if (packed is null && end == BodyEnd.Complete && connection.Exchange.Trailers is { } trailers)
            {
                course?.Strip(trailers);
                request.Response.Trail(trailers);
            }

            request.Response.IsCutShort = end == BodyEnd.TimedOut;
            if (end == BodyEnd.ClientGone || (end == BodyEnd.TimedOut && head.Framing == Framing.Length))
            {
                request.Response.Abort(); // fewer bytes than announced
            }

            kept = end == BodyEnd.Complete && IsAtCleanEnd(head, sending, connection);
        }
        catch (OriginException failure) when (!isAnswered && SendFault(connection.Exchange, failure) is { } fault)
        {
            throw fault;
        }
        finally
        {
            // :: Step 8. From here on the client's going must not reach the connection: another request may have it.
            abort.Dispose();
            request.Response.BodyBytes += packed?.Passed ?? connection.Exchange.BodyBytes;
            packed?.Dispose();
            if (kept && !request.Aborted.IsCancellationRequested)
            {
                origin.Pool.Return(connection);
            }
            else
            {
                connection.Dispose();
                await Stop(sending, request);
            }
        }
    }

    private static bool IsAtCleanEnd(ResponseHead head, Task sending, OriginConnection connection) =>
        head.KeepsAlive && sending.IsCompleted && connection.Exchange.Sent is null or SendEnd.Sent;

    private static async ValueTask<BodyEnd> PassBody(OriginConnection connection, PipeWriter client, CompressedBody? packed)
    {
        if (packed is null)
        {
            return await connection.Exchange.ReadBody(client);
        }

        var end = await connection.Exchange.ReadBody(packed);
        if (end != BodyEnd.ClientGone)
        {
            await packed.Finish();
        }

        return end;
    }

    // The client's body belongs to this request only as long as it runs.
    private static async ValueTask Stop(Task sending, EdgeRequest request)
    {
        if (!sending.IsCompleted)
        {
            request.Body!.CancelPendingRead(); // there is a body, or nothing would be sending
            await sending;
        }
    }

    private static async ValueTask<Task> Send(OriginConnection connection, EdgeRequest request, LiveOrigin origin)
    {
        var settings = origin.Origin;
        var output = connection.Exchange.Begin(ExchangeLimits.Of(settings));
        RequestHead.Write(output, request, HostFor(request, settings), origin.Pool.IsLastUse(connection));
        await connection.Exchange.SendHead(isAll: request.Body is null);
        return request.Body is { } body ? connection.Exchange.SendBody(body, request.BodyLength is null, request.Trailers) : Task.CompletedTask; // :: Step 4
    }

    // A shield finds the service by the name the client asked for, and does the rest itself.
    private static string HostFor(EdgeRequest request, Origin settings) =>
        request.Behind is not null ? request.ClientHost : settings.OverrideHost ?? request.ToOrigin.Host;

    // A failure to read the answer that is one of sending the request.
    private static OriginException? SendFault(OriginExchange exchange, OriginException failure) => exchange.Sent switch
    {
        SendEnd.ClientBroke => new OriginException(exchange.ClientFault, "the client's body broke off", failure),
        SendEnd.OriginStopped when failure.Error == EdgeError.BackendRead =>
            new OriginException(EdgeError.BackendWrite, "the origin stopped reading and did not answer", failure),
        _ => null,
    };

    private static void WriteHead(ResponseHead head, EdgeResponse response)
    {
        (response.Status, response.Reason, response.Length) = (head.Status, head.Reason, head.Length);
        var nominated = HopByHop.NominatesHeaders(head.Headers);
        foreach (ref readonly var line in head.Headers.Lines)
        {
            if (!HopByHop.Is(line.Name) && !HeaderList.Same(line.Name, "Content-Length")
                && !(nominated && HopByHop.IsNominated(head.Headers, line.Name)))
            {
                response.Headers.Add(line.Name, line.Value);
            }
        }

        response.Headers.Add("Via", Via);
    }

    // A request may be sent again when it changes nothing by being sent twice, or can't have been understood the first time.
    private static bool MayRepeat(EdgeRequest request, OriginConnection connection) =>
        !request.Aborted.IsCancellationRequested
        && !connection.Exchange.HasInput
        && !connection.Reading.Expired
        && !connection.Writing.Expired
        && (request.Body is null ? request.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE" : !connection.Exchange.BodyBegan);

    private async ValueTask Explain(EdgeRequest request, OriginException failure)
    {
        if (request.Aborted.IsCancellationRequested)
        {
            request.Response.Abort();
            return;
        }

        if (failure.Error is not (EdgeError.MalformedRequest or EdgeError.ClientTooSlow or EdgeError.BodyTooLarge or EdgeError.MaxConnectionsReached))
        {
            log($"{request.Origin!.Origin.Name} ({request.Origin.Origin.Identity}): {ErrorAnswer.For(failure.Error).Text}: {failure.Message}");
        }

        if (request.Response.HasStarted)
        {
            request.Response.Abort();
            return;
        }

        await request.Fail(failure.Error);
    }
}
