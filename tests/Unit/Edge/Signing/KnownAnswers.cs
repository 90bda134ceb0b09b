using System.Text;
using System.Text.Json.Nodes;
using EdgeInfra.Edge;
using EdgeInfra.Edge.Signing.Checks;
using Kit;

namespace Unit.Edge.Signing;

/// <summary>The cases in <c>vectors/</c>, and what they hold as the code takes it: characters that are bytes.</summary>
internal static class KnownAnswers
{
    public static JsonNode Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Repository.At("tests", "Unit", "Edge", "Signing", "vectors", file)))!;

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>UTF-8 as the wire has it.</summary>
    public static string Wire(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public static string Unwired(string text) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text));

    /// <summary>A request as written in a text: first line, header lines (folded ones too), empty line, body.</summary>
    public static ReceivedRequest Request(string text)
    {
        var lines = Wire(text).Split('\n');
        var first = lines[0].IndexOf(' ', StringComparison.Ordinal);
        var target = lines[0][(first + 1)..lines[0].LastIndexOf(' ')].Split('?', 2);
        var (headers, host) = (new HeaderList(), "");
        foreach (var line in Unfolded(lines.Skip(1).TakeWhile(line => line.Length > 0)))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            host = name == "Host" ? value : host;
            headers.Add(name, value);
        }

        return new ReceivedRequest(lines[0][..first], target[0], target.Length > 1 ? target[1] : "", host, headers);
    }

    public static HeaderList Headers(JsonNode? named)
    {
        var headers = new HeaderList();
        foreach (var (name, value) in named?.AsObject() ?? [])
        {
            headers.Add(name, value!.GetValue<string>());
        }

        return headers;
    }

    private static List<string> Unfolded(IEnumerable<string> lines)
    {
        var all = new List<string>();
        foreach (var line in lines)
        {
            if (line[0] is ' ' or '\t')
            {
                all[^1] += line;
            }
            else
            {
                all.Add(line);
            }
        }

        return all;
    }
}
