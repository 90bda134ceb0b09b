using System.Text;
using EdgeInfra.Edge.Signing.Text;

namespace EdgeInfra.Edge.Signing.Azure;

/// <summary>The text that Azure's Shared Key signs. Range and preconditions stand in it, so they must be sent as they were signed.</summary>
internal static class AzureKeyText
{
    public const string Prefix = "x-ms-";

    // One line each, empty or not. Date is empty because x-ms-date counts.
    private static readonly string[] Lines =
    [
        "Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date",
        "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range",
    ];

    public static void Add(ref ByteText text, string method, string path, scoped ReadOnlySpan<char> query, string account, HeaderList headers)
    {
        text.Add(method);
        text.Add("\n");
        foreach (var name in Lines)
        {
            text.Add(ValueOf(headers, name));
            text.Add("\n");
        }

        HeaderText.AddOwn(ref text, headers, Prefix);
        text.Add("/");
        text.Add(account);
        text.Add(path);
        AddParameters(ref text, query);
    }

    private static string ValueOf(HeaderList headers, string name) => name switch
    {
        "Date" when headers.First(Prefix + "date") is not null => "",
        "Content-Length" when headers.First(name) is "0" => "",
        _ => headers.First(name) ?? "",
    };

    // Rare at an edge, which drops the query: what is allocated here does not count.
    private static void AddParameters(ref ByteText text, scoped ReadOnlySpan<char> query)
    {
        if (query.IsEmpty)
        {
            return;
        }

        var parameters = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            var equals = parameter.IndexOf('=') is var at and >= 0 ? at : parameter.Length;
            if (!parameter.IsEmpty)
            {
                var name = Decoded(parameter[..equals]).ToLowerInvariant();
                parameters.TryAdd(name, []);
                parameters[name].Add(Decoded(parameter[Math.Min(equals + 1, parameter.Length)..]));
            }
        }

        foreach (var (name, values) in parameters)
        {
            values.Sort(StringComparer.Ordinal);
            text.Add(Encoding.Latin1.GetBytes($"\n{name}:{string.Join(',', values)}"));
        }
    }

    private static string Decoded(scoped ReadOnlySpan<char> escaped)
    {
        var text = new ByteText(stackalloc byte[256]);
        Escaping.AddDecoded(ref text, escaped);
        var decoded = text.ToString();
        text.Dispose();
        return decoded;
    }
}
