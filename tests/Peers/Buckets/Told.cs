using System.Text.RegularExpressions;
using Kit;

namespace Peers.Buckets;

/// <summary>What of a store's answer an edge goes by: status, code, the headers that describe a body, and the body of a success.</summary>
internal sealed partial record Told(int Status, string? Code, string? Tag, string? Type, string? Length, string? Range, string Body)
{
    /// <param name="answer">What came.</param>
    /// <param name="isList">A list says much about itself: only its keys are told.</param>
    public static Told Of(RawAnswer answer, bool isList = false)
    {
        var (isGood, isObject) = (answer.Status < 300, answer.Status < 300 && !isList);
        return new(
            answer.Status, isGood ? null : CodeElement().Match(answer.Body) is { Success: true } code ? code.Groups[1].Value : answer["x-ms-error-code"],
            isObject ? answer["ETag"] : null, isObject ? answer["Content-Type"]?.Split(';')[0] : null, isObject ? answer["Content-Length"] : null, answer.Status == 206 ? answer["Content-Range"] : null,
            isObject ? answer.Body : isList && isGood ? string.Join(' ', KeyElement().Matches(answer.Body).Select(key => key.Groups[2].Value)) : "");
    }

    [GeneratedRegex("<Code>([^<]*)</Code>")]
    private static partial Regex CodeElement();

    [GeneratedRegex("<(Key|Name)>([^<]*)</")]
    private static partial Regex KeyElement();
}
