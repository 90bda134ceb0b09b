using System.Globalization;
using System.Text.RegularExpressions;

namespace Unit.Edge.Seeing;

/// <summary>A strict reader of Prometheus' text format: what <c>promtool check metrics</c> complains of throws.</summary>
internal static partial class PrometheusText
{
    public static Dictionary<string, double> Read(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var (samples, types) = (new Dictionary<string, double>(), new Dictionary<string, string>());
        string? helped = null, current = null;
        foreach (var line in text.Split('\n')[..^1])
        {
            if (Help().Match(line) is { Success: true } help)
            {
                helped = help.Groups[1].Value;
            }
            else if (Type().Match(line) is { Success: true } type)
            {
                current = type.Groups[1].Value;
                Assert.Equal(helped, current);
                Assert.True(types.TryAdd(current, type.Groups[2].Value), $"{current} has two types");
                Assert.Equal(type.Groups[2].Value == "counter", current.EndsWith("_total", StringComparison.Ordinal));
            }
            else
            {
                var sample = Sample().Match(line);
                Assert.True(sample.Success, line);
                Assert.Contains(sample.Groups[1].Value, Names(current!, types[current!]));
                Assert.True(samples.TryAdd(line[..line.LastIndexOf(' ')], Number(sample.Groups[2].Value)), $"twice: {line}");
            }
        }

        return samples;
    }

    private static string[] Names(string family, string type) => type switch
    {
        "histogram" => [family + "_bucket", family + "_sum", family + "_count"],
        "summary" => [family + "_sum", family + "_count"],
        _ => [family],
    };

    private static double Number(string text) =>
        text == "+Inf" ? double.PositiveInfinity : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex("^# HELP ([a-z][a-z0-9_]*) [^ ].*[.]$")]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE ([a-z][a-z0-9_]*) (counter|gauge|histogram|summary)$")]
    private static partial Regex Type();

    [GeneratedRegex("""^([a-z][a-z0-9_]*)(?:\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\["\\n])*")*\})? ([0-9.eE+-]+|\+Inf)$""")]
    private static partial Regex Sample();
}
