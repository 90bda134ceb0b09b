using System.Globalization;
using EdgeInfra.Edge.Proxy.Origins;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <content>What answers mean: there, not there, or not to be had by this edge.</content>
internal sealed partial class OriginCourse
{
    private const int DocumentRead = 4096;

    private Action<string> _log = static _ => { };
    private bool _isRepeated, _isWhole;
    private int _status;
    private (StoreRefusal Refusal, string Code)? _vague;
    private LiveErrorPage? _page;

    /// <summary>
    /// Whether the answer, whose head is in the response, goes to the client; the response is as the client shall have it then. Else
    /// <see cref="Next"/> tells how it goes on.
    /// </summary>
    public async ValueTask<bool> Passes(OriginExchange exchange)
    {
        var status = exchange.Head.Status;
        var isThere = status is (>= 200 and < 300) or 304;
        Policy.HasRead |= isThere;
        switch (_step)
        {
            case CourseStep.Index:
                AfterIndex(isThere);
                return false;
            case CourseStep.SinglePage:
                return status == 200 ? Pass() : Page(404);
            case CourseStep.ErrorPage:
                return status == 200 ? PassPage() : NoPage();
            case CourseStep.Check when isThere:
                return PassChecked();
            case CourseStep.Object when status == 206 && IsOfAnother():
                _isWhole = true;
                return Go(CourseStep.Object);
            default:
                return await IsListing(exchange, status) ? Missing()
                    : isThere || status < 200 ? Pass()
                    : await Judge(exchange, status);
        }
    }

    /// <summary>What was asked aside could not be had; it is not there, then.</summary>
    public void Failed(OriginException failure)
    {
        _log($"{Named}: {Url}, asked because of the policy: {failure.Message}");
        _ = _step switch
        {
            CourseStep.Index => AfterIndex(isThere: false),
            CourseStep.SinglePage => Page(404),
            _ => NoPage(),
        };
    }

    /// <summary>Reads what is left of an answer that is not passed on; whether its connection is at a clean end then.</summary>
    public static async ValueTask<bool> Discard(OriginExchange exchange)
    {
        try
        {
            return await exchange.ReadBody(new DiscardedBody()) == BodyEnd.Complete;
        }
        catch (OriginException)
        {
            return false; // nobody wanted it
        }
    }

    private string Named => $"backend \"{request.Origin!.Origin.Name}\""; // on its way to it

    private async ValueTask<bool> Judge(OriginExchange exchange, int status)
    {
        var code = "";
        if (Policy.AsksCode(status) && (code = request.Response.Headers.First("x-ms-error-code") ?? "").Length == 0)
        {
            if (Method == "HEAD" && _step == CourseStep.Object)
            {
                return Go(CourseStep.Check);
            }

            code = ErrorCode.In(await exchange.PeekBody(DocumentRead));
        }

        var refusal = Policy.Store is null ? null : StoreRefusals.Of(Policy.Declared, status, code);
        var isMissing = Policy.Missing.Names(status, code) || (refusal is null or { IsVague: true } && Policy.Missing.Covers(status));
        if (refusal is not null && !isMissing)
        {
            return await Refused(refusal, code);
        }

        if (isMissing)
        {
            _vague = refusal is not null ? (refusal, code) : null;
            return Missing();
        }

        return HasPage(status) ? Page(status) : Pass();
    }

    // Whoever lets a parameter of the query through may want one.
    private async ValueTask<bool> IsListing(OriginExchange exchange, int status) =>
        Policy.IsSigned && _query.Length == 0 && BucketListing.MayBe(status, request.Response.Headers)
        && BucketListing.Is(await exchange.PeekBody(DocumentRead));

    // Once again where the signer has learnt something: a new token, or what time it is.
    private async ValueTask<bool> Refused(StoreRefusal refusal, string code)
    {
        request.Asked!.CountRefusal(Counted(code)); // it was asked
        var said = DateTimeOffset.TryParse(
            request.Response.Headers.First("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : (DateTimeOffset?)null;
        if (Policy.Signer is { } signer && !_isRepeated && await signer.Refused(code, said, request.Aborted))
        {
            _isRepeated = true;
            return Go(CourseStep.Object);
        }

        return Complain(refusal, code);
    }

    private static string Counted(string code) => code.Length > 0 ? code : StoreRefusals.Unknown;

    private bool Complain(StoreRefusal refusal, string code)
    {
        var elsewhere = request.Response.Headers.First("x-amz-bucket-region") is { } region && refusal.Property.EndsWith("region", StringComparison.Ordinal)
            ? ", " + region : "";
        _log($"{Named}: {refusal.Property}: {refusal.What}{elsewhere} ({Counted(code)})");
        var error = refusal.Passes ? EdgeError.OriginRefusesForNow : EdgeError.OriginRefusesEdge;
        request.Asked!.CountFailure(error);
        Fail(error);
        return false;
    }

    private bool Missing()
    {
        _status = 404;
        return RedirectsTo is not null
            ? Go(CourseStep.Index)
            : Replaced();
    }

    private bool AfterIndex(bool isThere) => isThere ? Go(CourseStep.Redirect) : Replaced();

    private bool Replaced() => IsReading && Policy.SinglePage is not null && Navigation.Is(request) ? Go(CourseStep.SinglePage) : Page(404);

    // The first that covers the status; the origin's own words where there is none and they may be told.
    private bool Page(int status)
    {
        _status = status;
        _page = IsReading ? Policy.ErrorPages.FirstOrDefault(page => page.Statuses.Covers(status)) : null;
        if (_page?.Path is { } path && ForOrigin(path) != ForOrigin(_path))
        {
            return Go(CourseStep.ErrorPage);
        }

        return _page is null && _step is CourseStep.Object && Policy.Store is null ? Pass() : NoPage();
    }

    // Of a store from which nothing was ever read, not even the page that should be there, "not allowed" means everything.
    private bool NoPage() => _vague is { } vague && !Policy.HasRead ? Denied(vague.Refusal, vague.Code) : Go(CourseStep.Content);

    private bool Denied(StoreRefusal refusal, string code)
    {
        request.Asked!.CountRefusal(Counted(code));
        return Complain(refusal, code);
    }

    // Not all stores know If-Range: what the client has is not continued with a part of another version. It gets all of that instead.
    private bool IsOfAnother() => !_isWhole && IsReading && request.ToOrigin.Headers.First("If-Range") is { } known
        && (known != request.Response.Headers.First("ETag") || known.StartsWith("W/", StringComparison.Ordinal))
        && known != request.Response.Headers.First("Last-Modified");

    private bool HasPage(int status) => IsReading && Policy.ErrorPages.Any(page => page.Statuses.Covers(status));

    // What replaces an answer is asked for without a body.
    private bool IsReading => request.Method is "GET" or "HEAD" && request.Body is null;

    private bool Go(CourseStep step)
    {
        _step = step;
        return false;
    }
}
