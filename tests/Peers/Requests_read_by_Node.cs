using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kit;

namespace Peers;

/// <summary>
/// A second opinion on the corpus of malformed requests: whatever the edge passes on (the Unit tier holds its files to what an origin gets, byte for
/// byte) is exactly one request to llhttp, too, the strict parser of Node, with the same method, target, headers and body.
/// </summary>
public sealed class Requests_read_by_Node
{
    private const string Chunked = "{chunked ";

    // Methods of the corpus that no registry knows, and so no parser with a list of its own.
    private static readonly string[] Unknown = ["get", "BREW", "!#$%&'*+-.^_`|~09AZaz", "helloGET", "garbageGET"];

    [Fact]
    public async Task Are_what_the_edge_took_them_for()
    {
        var texts = Directory.GetFiles(Repository.At("tests", "Unit", "Edge", "Proxy", "Malformed", "requests"), "*.txt")
            .SelectMany(WireCase.Read).SelectMany(one => one.Seen).Distinct()
            .Where(text => !text.EndsWith($"{{{SeenRequest.Cut}}}", StringComparison.Ordinal))
            .Where(text => !Unknown.Contains(Parts(text).Head.Split(' ')[0])).ToList();
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("requests.json"), JsonSerializer.Serialize(texts.Select(text => Convert.ToBase64String(Encoding.Latin1.GetBytes(Wire(text))))));

        var ran = (await Shell.Run("node", Repository.At("tests", "Peers", "node", "parse-requests.js"), folder.At("requests.json"))).Succeeded();
        var results = JsonNode.Parse(ran.Output)!.AsArray();

        Assert.True(texts.Count > 50, $"only {texts.Count} requests");
        Assert.Equal(texts.Select(Expected), results.Select(result => result!.ToJsonString()));
    }

    private static string Expected(string text)
    {
        var (head, body, _) = Parts(text);
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var words = lines[0].Split(' ');
        return new JsonObject
        {
            ["requests"] = new JsonArray(new JsonObject
            {
                ["method"] = words[0],
                ["target"] = words[1],
                ["headers"] = new JsonArray([.. lines.Skip(1).SelectMany(Header)]),
                ["body"] = Coded(body),
            }),
            ["errors"] = new JsonArray(),
        }.ToJsonString();
    }

    private static IEnumerable<JsonNode> Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return [JsonValue.Create(Coded(line[..colon])), JsonValue.Create(Coded(line[(colon + 1)..].Trim(' ', '\t')))];
    }

    private static string Coded(string bytes) => Convert.ToBase64String(Encoding.Latin1.GetBytes(bytes));

    // {chunked x} stands for a body in whatever pieces it came.
    private static string Wire(string text)
    {
        var (head, body, trailers) = Parts(text);
        return !text.Contains(Chunked, StringComparison.Ordinal) ? head + body
            : body.Length == 0 ? $"{head}0\r\n{trailers}\r\n"
            : $"{head}{body.Length:x}\r\n{body}\r\n0\r\n{trailers}\r\n";
    }

    private static (string Head, string Body, string Trailers) Parts(string text)
    {
        var at = text.IndexOf(Chunked, StringComparison.Ordinal);
        var bytes = WireText.Read(at < 0 ? text : text[..at]);
        if (at < 0)
        {
            var end = bytes.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            return (bytes[..end], bytes[end..], "");
        }

        var close = text.LastIndexOf('}');
        return (bytes, WireText.Read(text[(at + Chunked.Length)..close]), WireText.Read(text[(close + 1)..]));
    }
}
