using System.Globalization;
using EdgeInfra.Edge.Proxy.Http;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <content>How answers leave: without the origin's own headers, with the status and the lifetime that the policy gives them.</content>
internal sealed partial class OriginCourse
{
    // Of the page as an object of its own: under the path of another they would be wrong.
    private static readonly HeaderNames OfThePage =
        new(["ETag", "Last-Modified", "Accept-Ranges", "Cache-Control", "Expires", "Age", "Surrogate-Control", "Surrogate-Key"]);

    /// <summary>Takes out what clients do not get; also for fields after a body.</summary>
    public void Strip(HeaderList headers)
    {
        if (!Policy.Strip.IsEmpty)
        {
            Policy.Strip.Strip(headers);
        }
    }

    private bool Pass()
    {
        var response = request.Response;
        if (_status != 0 && _step == CourseStep.Object && response.Status != _status)
        {
            (response.Status, response.Reason) = (_status, ""); // missing, in the origin's own words
        }

        Settle(TtlOf(response.Status, response.Headers.First("Content-Type")));
        return true;
    }

    private bool PassPage()
    {
        var response = request.Response;
        (response.Status, response.Reason) = (_page!.StatusFor(_status), ""); // the step says that there is one
        OfThePage.Strip(response.Headers);
        Settle(response.Status < 500 ? _page.Ttl : null); // an outage is not kept
        return true;
    }

    // A HEAD was refused although the object can be read: its head is that of the byte.
    private bool PassChecked()
    {
        var response = request.Response;
        var range = response.Headers.First("Content-Range");
        if (response.Status == 206 && range is not null)
        {
            (response.Status, response.Reason) = (200, "");
            response.Length = long.TryParse(range[(range.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;
            response.Headers.Remove("Content-Range");
        }

        return Pass();
    }

    private void Settle(TimeSpan? ttl)
    {
        var response = request.Response;
        Strip(response.Headers);
        Vary(response.Headers);
        response.Ttl = ttl;
        _step = CourseStep.Passed;
    }

    private TimeSpan? TtlOf(int status, string? contentType)
    {
        foreach (var rule in Policy.Ttl)
        {
            if (rule.Fits(_path, status, contentType))
            {
                return rule.Ttl;
            }
        }

        return null;
    }

    /// <summary>Where the client is sent if what it asks for is missing, and there is an index below it; null when it is not.</summary>
    public string? RedirectsTo =>
        IsReading && Policy.Declared.DirectoryRedirect && Policy.Index is not null && !_path.EndsWith('/') ? Location() : null;

    private async ValueTask Redirect()
    {
        var response = request.Response;
        response.Reset();
        (response.Status, response.Length, response.Ttl) = (301, 0, TtlOf(301, null));
        response.Headers.Add("Location", RedirectsTo!); // looked at before the index was asked for
        request.Fill?.KeepWhole(request, []);
        await response.Start();
    }

    // Beginning with one slash only: two would name another host. null where there is no such path, or it is the client's own already.
    private string? Location()
    {
        var asked = request.ClientUrl;
        var end = asked.IndexOf('?', StringComparison.Ordinal);
        return WirePath.TryRead(asked, out var path, out _) && !path.EndsWith('/')
            ? $"/{path.TrimStart('/')}/{(end < 0 ? "" : asked[end..])}"
            : null;
    }

    private async ValueTask GivePage()
    {
        var (response, page) = (request.Response, _page);
        var status = page?.StatusFor(_status) ?? _status;
        var body = page?.Content ?? new ErrorAnswer(status, Reason(status)).Page();
        response.Reset();
        (response.Status, response.Length, response.BodyBytes) = (status, body.Length, body.Length);
        response.Ttl = status >= 500 ? null : page?.Ttl ?? TtlOf(status, "text/html");
        response.Headers.Add("Content-Type", page?.Content is null ? "text/html; charset=utf-8" : page.ContentType);
        Vary(response.Headers);
        request.Fill?.KeepWhole(request, body);
        await response.Start();
        await response.Write(body);
    }

    // Whether it is a navigation has decided what stands in for a page that is not there.
    private void Vary(HeaderList headers)
    {
        if (_status == 404 && Policy.SinglePage is not null)
        {
            headers.Set("Vary", headers.Joined("Vary", ',') is { Length: > 0 } vary ? $"{vary}, {Navigation.Headers}" : Navigation.Headers);
        }
    }

    private static string Reason(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        410 => "Gone",
        _ => status >= 500 ? "Backend error" : "Error",
    };
}
