using System.Text.Json.Nodes;
using Kit;

namespace Unit.Edge.Control.Recorded;

/// <summary>A call and the answer that was recorded for it: a line of JSON in a file of samples.</summary>
internal sealed record RecordedCall(string Method, string Target, string Type, string Body, int Status, JsonNode Answer)
{
    private static readonly string Own = Repository.At("tests", "Unit", "Edge", "Control", "Recorded", "own-samples.jsonl");

    /// <summary>The path's parts, decoded, without the query.</summary>
    public string[] Segments { get; } = [.. Target.Split('?')[0].Split('/').Skip(1).Select(Uri.UnescapeDataString)];

    /// <summary>The project's own samples, for a checkout that has no others beside it.</summary>
    public static IEnumerable<RecordedCall> OfThisProject => Read(Own);

    /// <summary>Recordings of the real API, where somebody has put them: in $EDGEINFRA_SHARED, or beside the checkout.</summary>
    public static IEnumerable<RecordedCall> OfFastly =>
        Path.Combine(Environment.GetEnvironmentVariable("EDGEINFRA_SHARED") ?? Repository.At("..", "shared"), "samples", "fastly-api.jsonl")
            is var path && File.Exists(path) ? Read(path) : [];

    public override string ToString() => $"{Method} {Target}";

    private static IEnumerable<RecordedCall> Read(string path) => File.ReadLines(path).Where(line => line.Length > 0).Select(line =>
    {
        var json = JsonNode.Parse(line)!;
        return new RecordedCall(
            (string)json["method"]!, (string)json["path"]!, (string?)json["request_type"] ?? "", (string?)json["request_body"] ?? "",
            (int)json["status"]!, Whole(json["response_body"]!));
    });

    // Some recordings of long lists are cut off; what is whole of them counts.
    private static JsonNode Whole(JsonNode answer)
    {
        if (answer is not JsonValue text)
        {
            return answer;
        }

        for (var whole = ((string)text!).Trim(); ;)
        {
            try
            {
                return JsonNode.Parse(whole)!;
            }
            catch (System.Text.Json.JsonException)
            {
                var end = whole.LastIndexOf("},{", StringComparison.Ordinal);
                whole = end < 0 ? throw new InvalidDataException($"no JSON: {whole}") : whole[..(end + 1)] + "]";
                if (whole.EndsWith("}]]", StringComparison.Ordinal))
                {
                    whole = whole[..^1];
                }
            }
        }
    }
}
