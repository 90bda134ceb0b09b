using System.Globalization;
using System.Text.Json;

namespace EdgeInfra.Edge.Control;

/// <summary>A part of a long list, as <c>page</c>, <c>per_page</c> and <c>direction</c> ask for it. Clients look for the next part in the Link header.</summary>
internal static class Paging
{
    private const int DefaultSize = 20, MaxSize = 1_000;

    public static Answer Of<T>(ControlCall call, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        var (page, size) = (Positive(call.Query("page"), 1), Math.Min(Positive(call.Query("per_page"), DefaultSize), MaxSize));
        var ordered = call.Query("direction") == "descend" ? all.Reverse() : all;
        var last = Math.Max(1, (all.Count + size - 1) / size);
        return Answer.Json(json => Answer.Array(json, ordered.Skip((page - 1) * size).Take(size), item => write(json, item))) with
        {
            Link = page < last ? $"{Link(call, page + 1, "next")}, {Link(call, last, "last")}" : null,
        };
    }

    private static string Link(ControlCall call, int page, string meaning)
    {
        var path = string.Concat(call.Target.Segments.Select(segment => "/" + Uri.EscapeDataString(segment)));
        var query = call.Target.Query.Where(pair => pair.Key != "page").Append(new("page", page.ToString(CultureInfo.InvariantCulture)));
        return $"<{path}?{string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"))}>; rel=\"{meaning}\"";
    }

    public static int Positive(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : otherwise;
}
