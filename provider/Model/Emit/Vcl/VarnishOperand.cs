using System.Net;

namespace EdgeInfra.Model;

/// <summary>One side of a comparison, as Varnish writes it.</summary>
internal sealed record VarnishOperand(string Text)
{
    private const string Header = "req.http.";

    /// <summary>The expression that says whether it is set; null when it always is.</summary>
    public string? IsSet { get; init; }

    public bool IsAddress { get; init; }

    /// <summary>What it says when it is written out.</summary>
    public string? Literal { get; init; }

    public static VarnishOperand? Named(string name) => name switch
    {
        "req.url" => new("req.url"),
        "req.url.path" => new("regsub(req.url, \"\\?.*$\", \"\")"),
        "req.url.qs" => new("regsub(req.url, \"^[^?]*\\??\", \"\")"),
        "req.method" or "req.request" => new("req.method"),
        "client.ip" => new("client.ip") { IsAddress = true },
        _ when name.StartsWith(Header, StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) =>
            new(name) { IsSet = name },
        _ => null,
    };

    public static string Equal(VarnishOperand left, VarnishOperand right) =>
        left.IsAddress ? Address(left, right)
        : right.IsAddress ? Address(right, left)
        : "(" + string.Join(" && ", new[] { left.IsSet, right.IsSet, $"{left.Plain} == {right.Text}" }.OfType<string>()) + ")";

    // Varnish compares with the type of what stands first, and has none for a text alone.
    private string Plain => Literal is null ? Text : $"\"\" + {Text}";

    private static string Address(VarnishOperand address, VarnishOperand other) =>
        other.IsAddress ? "(true)"
        : other.Literal is { } text && IPAddress.TryParse(text, out var ip) ? $"({address.Text} == std.ip(\"{ip}\", \"{ip}\"))"
        : $"(\"\" + {address.Text} == {other.Text})";
}
