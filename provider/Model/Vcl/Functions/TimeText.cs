using System.Globalization;
using System.Text;

namespace EdgeInfra.Model.Vcl;

/// <summary>Writes a time as C's strftime does, in UTC and English. A conversion there is not stands for itself.</summary>
internal static class TimeText
{
    public static string Write(string format, DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var written = new StringBuilder();
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%' || at + 1 == format.Length)
            {
                written.Append(format[at]);
                continue;
            }

            at++;
            written.Append(Field(format[at], utc) ?? $"%{format[at]}");
        }

        return written.ToString();
    }

    private static string? Field(char letter, DateTime utc) => letter switch
    {
        'a' => Net("ddd", utc),
        'A' => Net("dddd", utc),
        'b' or 'h' => Net("MMM", utc),
        'B' => Net("MMMM", utc),
        'c' => $"{Net("ddd MMM", utc)} {utc.Day,2} {Net("HH:mm:ss yyyy", utc)}",
        'C' => Digits(utc.Year / 100, 2),
        'd' => Net("dd", utc),
        'D' or 'x' => Net("MM'/'dd'/'yy", utc),
        'e' => $"{utc.Day,2}",
        'F' => Net("yyyy-MM-dd", utc),
        'G' => ISOWeek.GetYear(utc).ToString(CultureInfo.InvariantCulture),
        'H' => Net("HH", utc),
        'I' => Net("hh", utc),
        'j' => Digits(utc.DayOfYear, 3),
        'm' => Net("MM", utc),
        'M' => Net("mm", utc),
        'n' => "\n",
        'p' => Net("tt", utc),
        'R' => Net("HH:mm", utc),
        's' => new DateTimeOffset(utc).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        'S' => Net("ss", utc),
        't' => "\t",
        'T' or 'X' => Net("HH:mm:ss", utc),
        'u' => $"{((int)utc.DayOfWeek + 6) % 7 + 1}",
        'V' => Digits(ISOWeek.GetWeekOfYear(utc), 2),
        'w' => $"{(int)utc.DayOfWeek}",
        'y' => Net("yy", utc),
        'Y' => utc.Year.ToString(CultureInfo.InvariantCulture),
        'z' => "+0000",
        'Z' => "GMT",
        '%' => "%",
        _ => null,
    };

    private static string Net(string format, DateTime utc) => utc.ToString(format, CultureInfo.InvariantCulture);

    private static string Digits(int number, int width) => number.ToString("D" + width, CultureInfo.InvariantCulture);
}
