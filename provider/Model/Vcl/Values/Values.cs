using System.Globalization;
using System.Net;

namespace EdgeInfra.Model.Vcl;

/// <summary>Makes code of each type, with the way VCL writes that type as a text.</summary>
internal static class Values
{
    public static Code Bool(Get<bool> read) => new Code<bool>(VclType.Bool, read, value => value ? "1" : "0");

    public static Code Integer(Get<long> read) =>
        new Code<long>(VclType.Integer, read, value => value.ToString(CultureInfo.InvariantCulture));

    public static Code Float(Get<double> read) => new Code<double>(VclType.Float, read, Decimal);

    public static Code Rtime(Get<TimeSpan> read) => new Code<TimeSpan>(VclType.Rtime, read, value => Decimal(value.TotalSeconds));

    public static Code Time(Get<DateTimeOffset> read) =>
        new Code<DateTimeOffset>(VclType.Time, read, value => value.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture));

    public static Code Ip(Get<IPAddress?> read) => new Code<IPAddress?>(VclType.Ip, read, value => value?.ToString());

    public static string Name(VclType type) => type.ToString().ToUpperInvariant();

    public static Code? Of(Node.Literal literal) => literal.Kind switch
    {
        TokenKind.Text => new TextCode(_ => literal.Value) { Literal = literal },
        TokenKind.Truth => new Code<bool>(VclType.Bool, literal.Value == "true" ? _ => true : _ => false, _ => null) { Literal = literal },
        TokenKind.Integer when NumberText.Whole(literal.Value) is { } whole =>
            new Code<long>(VclType.Integer, _ => whole, _ => literal.Value) { Literal = literal },
        TokenKind.Float when NumberText.Real(literal.Value) is { } real =>
            new Code<double>(VclType.Float, _ => real, Decimal) { Literal = literal },
        TokenKind.RelativeTime when NumberText.RelativeTime(literal.Value) is { } time =>
            new Code<TimeSpan>(VclType.Rtime, _ => time, value => Decimal(value.TotalSeconds)) { Literal = literal },
        _ => null,
    };

    private static string Decimal(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
