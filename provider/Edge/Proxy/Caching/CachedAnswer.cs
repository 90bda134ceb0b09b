using System.Globalization;
using EdgeInfra.Edge.Cache;

namespace EdgeInfra.Edge.Proxy.Caching;

/// <summary>Sends a stored answer to one client: all of it, a part, or only that it has not changed.</summary>
internal static class CachedAnswer
{
    private const int Piece = 64 * 1024;

    /// <summary>Its body has to be held until this returns.</summary>
    public static async ValueTask Send(EdgeRequest request, StoredAnswer stored, DateTimeOffset now)
    {
        var range = Describe(request, stored, now);
        var response = request.Response;
        await response.Start();
        if (!response.MayHaveBody || request.Method == "HEAD" || response.Status == 416)
        {
            return;
        }

        for (var at = range.First; at <= range.Last;)
        {
            var piece = stored.Body.At(at, Math.Min(Piece, range.Last - at + 1));
            var flushed = await response.Body.WriteAsync(piece);
            response.BodyBytes += piece.Length;
            if (flushed.IsCompleted || flushed.IsCanceled)
            {
                return; // nobody is there any more
            }

            at += piece.Length;
        }
    }

    // The part of the body to send.
    private static BodyRange Describe(EdgeRequest request, StoredAnswer stored, DateTimeOffset now)
    {
        var response = request.Response;
        response.Reset();
        (response.Status, response.Reason) = (stored.Status, stored.Reason);
        foreach (ref readonly var line in stored.Headers.AsSpan())
        {
            response.Headers.Add(line.Name, line.Value);
        }

        SurrogateHeaders.Strip(request);
        request.Hits = stored.Hits;
        response.Headers.Add("Age", ((long)Math.Max(0, stored.Age(now).TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        var whole = new BodyRange(0, stored.Body.Length - 1);
        response.Length = stored.Body.Length;
        if (stored.Status != 200)
        {
            return whole;
        }

        if (Conditions.IsUnchanged(request.Headers, response.Headers))
        {
            Unchanged(response);
            return new(0, -1);
        }

        var (asked, range) = request.Method == "GET" && Conditions.AllowRange(request.Headers, response.Headers)
            ? BodyRange.Read(request.Headers.First("Range"), stored.Body.Length) : (false, null);
        return asked ? Part(response, range, stored.Body.Length) : whole;
    }

    private static void Unchanged(EdgeResponse response)
    {
        (response.Status, response.Reason, response.Length) = (304, "", null);
        response.Headers.Remove("Content-Type");
        response.Headers.Remove("Content-Encoding");
    }

    private static BodyRange Part(EdgeResponse response, BodyRange? range, long length)
    {
        var all = length.ToString(CultureInfo.InvariantCulture);
        response.Reason = "";
        if (range is not { } part)
        {
            (response.Status, response.Length) = (416, 0);
            response.Headers.Set("Content-Range", $"bytes */{all}");
            return new(0, -1);
        }

        (response.Status, response.Length) = (206, part.Length);
        response.Headers.Set("Content-Range", $"{part}/{all}");
        return part;
    }
}
