using System.Net;
using EdgeInfra.Model.Vcl;

namespace EdgeInfra.Model;

/// <summary>
/// A value as Varnish writes it. Varnish has no expression that chooses among values, so a value that depends is several
/// operands, of which <see cref="When"/> picks one.
/// </summary>
internal sealed record VarnishOperand(string Text)
{
    /// <summary>The expression that says whether this one counts; null when it always does.</summary>
    public string? When { get; init; }

    /// <summary>The expression that says whether it is set; null when it always is.</summary>
    public string? IsSet { get; init; }

    public VclType Type { get; init; } = VclType.String;

    /// <summary>What it says when it is written out.</summary>
    public string? Literal { get; init; }

    /// <summary>As a text: Varnish gives an expression the type of what stands first.</summary>
    public string AsText => Type == VclType.String ? Text : $"\"\" + {Text}";

    public bool IsAddress => Type == VclType.Ip;

    public static string Equal(VarnishOperand left, VarnishOperand right) =>
        left.IsAddress ? Address(left, right)
        : right.IsAddress ? Address(right, left)
        : "(" + string.Join(" && ", new[] { left.IsSet, right.IsSet, $"{left.Plain} == {right.Text}" }.OfType<string>()) + ")";

    // Varnish compares with the type of what stands first, and has none for a text alone.
    private string Plain => Literal is null ? Text : $"\"\" + {Text}";

    private static string Address(VarnishOperand address, VarnishOperand other) =>
        other.IsAddress ? $"({address.Text} == {other.Text})"
        : other.Literal is { } text && IPAddress.TryParse(text, out var ip) ? $"({address.Text} == std.ip(\"{ip}\", \"{ip}\"))"
        : $"(\"\" + {address.Text} == {other.Text})";
}
