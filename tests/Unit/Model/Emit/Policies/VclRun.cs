using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EdgeInfra.Model.Vcl;

namespace Unit.Model.Emit.Policies;

/// <summary>
/// Runs generated snippets: the statements and functions that policies use, as Fastly documents them, one statement a line. What it does not know, it refuses.
/// </summary>
internal sealed class VclRun(DateTimeOffset now, IReadOnlyDictionary<string, string> credentials)
{
    /// <summary>What a run that begins anew ends with.</summary>
    public const int Restart = -1;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string name]
    {
        get => name switch
        {
            "req.url.path" => _values["req.url"].Split('?')[0],
            "req.url.qs" => _values["req.url"].Split('?', 2) is [_, var query] ? query : "",
            _ => _values.GetValueOrDefault(name),
        };
        set => _values[name] = value!;
    }

    /// <summary>The number of the error it ended with, or 0.</summary>
    public int Run(string snippet)
    {
        var blocks = new Stack<(bool Runs, bool Done)>([(true, true)]); // done: no else of it runs any more
        foreach (var line in Regex.Split(snippet, "\\n(?!\"};)").Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line == "}")
            {
                _last = blocks.Pop();
            }
            else if (line == "} else {")
            {
                var then = blocks.Pop();
                blocks.Push((blocks.Peek().Runs && !then.Done, true));
            }
            else if (Regex.Match(line, @"^(else )?if \((.*)\) \{$") is { Success: true } test)
            {
                var isElse = test.Groups[1].Success;
                var outer = blocks.Peek().Runs;
                var runs = outer && !(isElse && _last.Done) && Holds(test.Groups[2].Value);
                blocks.Push((runs, runs || (isElse && _last.Done)));
            }
            else if (blocks.Peek().Runs && Statement(line) is { } error)
            {
                return error;
            }
        }

        return 0;
    }

    private (bool Runs, bool Done) _last;

    private int? Statement(string line)
    {
        var words = line.TrimEnd(';').Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case "declare":
                return null;
            case "set":
                _values[words[1]] = Text(Arguments(words[3])[0]) ?? "";
                return null;
            case "unset":
                var name = words[1].TrimEnd('*');
                foreach (var key in _values.Keys.Where(key => words[1].EndsWith('*') ? key.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                    : key.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList())
                {
                    _values.Remove(key);
                }

                return null;
            case "synthetic":
                _values["obj.body"] = Text(Arguments(line[10..^1])[0]) ?? "";
                return null;
            case "return(deliver)":
                return 0;
            case "restart":
                return Restart;
            case "error":
                return int.Parse(words[1], CultureInfo.InvariantCulture);
            default:
                throw new NotSupportedException(line);
        }
    }

    private bool Holds(string condition) => True(Parser.Parse(condition, out var problem) ?? throw new NotSupportedException($"{condition}: {problem}"));

    private bool True(Node node) => node switch
    {
        Node.Group group => True(group.Inner),
        Node.Not not => !True(not.Denied),
        Node.Logic logic => logic.IsAnd ? logic.Parts.All(True) : logic.Parts.Any(True),
        Node.Comparison test => Compare(test),
        Node.Call { Function: "utf8.is_valid" } => true,
        Node.Name { Value: "req.backend.is_origin" } => true,
        _ => Text(node) is not null,
    };

    private bool Compare(Node.Comparison test)
    {
        var (left, right) = (Text(test.Left), Text(test.Right));
        return test.Operator switch
        {
            TokenKind.Equal => left == right,
            TokenKind.NotEqual => left != right,
            TokenKind.Less => int.Parse(left!, CultureInfo.InvariantCulture) < int.Parse(right!, CultureInfo.InvariantCulture),
            TokenKind.AtMost => int.Parse(left!, CultureInfo.InvariantCulture) <= int.Parse(right!, CultureInfo.InvariantCulture),
            TokenKind.AtLeast => int.Parse(left!, CultureInfo.InvariantCulture) >= int.Parse(right!, CultureInfo.InvariantCulture),
            TokenKind.Greater => int.Parse(left!, CultureInfo.InvariantCulture) > int.Parse(right!, CultureInfo.InvariantCulture),
            TokenKind.Matches => Regex.IsMatch(left ?? "", right!),
            TokenKind.DoesNotMatch => !Regex.IsMatch(left ?? "", right!),
            _ => throw new NotSupportedException($"{test.Operator}"),
        };
    }

    private static IReadOnlyList<Node> Arguments(string expression) =>
        Parser.Parse($"f({expression})", out var problem) is Node.Call call ? call.Arguments : throw new NotSupportedException($"{expression}: {problem}");

    private string? Text(Node node) => node switch
    {
        Node.Literal literal => literal.Value,
        Node.Name { Value: "LF" } => "\n",
        Node.Name { Value: "server.datacenter" } => "FRA",
        Node.Name name => name.Value.Contains('.', StringComparison.Ordinal) ? this[name.Value] : name.Value,
        Node.Joined joined => string.Concat(joined.Parts.Select(Text)),
        Node.Group group => Text(group.Inner),
        Node.If choice => Text(True(choice.Condition) ? choice.Then : choice.Otherwise),
        Node.Call call => Call(call.Function, [.. call.Arguments.Select(argument => Text(argument) ?? "")]),
        _ => throw new NotSupportedException($"{node}"),
    };

    private string Call(string function, string[] given) => function switch
    {
        "table.lookup" => credentials.GetValueOrDefault(given[1], given[2]),
        "substr" => given[0].Substring(int.Parse(given[1], CultureInfo.InvariantCulture), int.Parse(given[2], CultureInfo.InvariantCulture)),
        "regsub" => new Regex(given[1]).Replace(given[0], given[2], 1),
        "regsuball" => Regex.Replace(given[0], given[1], given[2]),
        "urldecode" => Uri.UnescapeDataString(given[0].Replace('+', ' ')),
        "urlencode" => Uri.EscapeDataString(given[0]),
        "strftime" => given[0] switch
        {
            "%Y%m%dT%H%M%SZ" => now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            "%s" => $"{now.ToUnixTimeSeconds()}",
            "%a, %d %b %Y %H:%M:%S GMT" => now.ToString("R", CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException(given[0]),
        },
        "digest.hash_sha256" => Convert.ToHexStringLower(SHA256.HashData(Bytes(given[0]))),
        "digest.base64" => Convert.ToBase64String(Bytes(given[0])),
        "digest.hmac_sha256_base64" => Convert.ToBase64String(HMACSHA256.HashData(Bytes(given[0]), Bytes(given[1]))),
        "digest.hmac_sha1_base64" => Sha1(given[0], given[1]),
        "digest.hmac_sha256_with_base64_key" => "0x" + Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(given[0]), Bytes(given[1]))),
        "digest.awsv4_hmac" => "0x" + Convert.ToHexStringLower(given[1..4].Append("aws4_request").Append(given[4])
            .Aggregate(Bytes("AWS4" + given[0]), (key, text) => HMACSHA256.HashData(key, Bytes(text)))),
        "std.atoi" => given[0],
        "querystring.filtersep" => "\x01",
        "querystring.filter_except" => given[0].Split('?')[0] + "?" + string.Join('&', given[0].Split('?', 2)[^1].Split('&')
            .Where(one => given[1].Split('\x01').Contains(one.Split('=')[0]))),
        "bin.hex_to_base64" => Convert.ToBase64String(Convert.FromHexString(given[0])),
        _ => throw new NotSupportedException(function),
    };

#pragma warning disable CA5350 // the first version of Alibaba's signature is made with it
    public static string Sha1(string key, string text) => Convert.ToBase64String(HMACSHA1.HashData(Bytes(key), Bytes(text)));
#pragma warning restore CA5350

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
