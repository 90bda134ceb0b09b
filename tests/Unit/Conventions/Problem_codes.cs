using System.Text.RegularExpressions;
using Kit;

namespace Unit.Conventions;

public sealed partial class Problem_codes
{
    [Fact]
    public void Mean_one_thing_each()
    {
        var codes = Sources().SelectMany(source => Made().Matches(source).Select(match => match.Groups["code"].Value)).ToList();

        Assert.NotEmpty(codes);
        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public void Are_explained_each()
    {
        var explained = Row().Matches(File.ReadAllText(Repository.At("docs", "problems.md"))).Select(match => match.Groups["code"].Value);

        Assert.Equal(Used().Distinct().Order(StringComparer.Ordinal), explained);
    }

    private static IEnumerable<string> Used() => Sources().SelectMany(source => Code().Matches(source).Select(match => match.Groups["code"].Value));

    private static IEnumerable<string> Sources() =>
        Directory.GetFiles(Repository.At("provider", "Model"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    [GeneratedRegex("\"(?<code>EDGE\\d{3})\"")]
    private static partial Regex Code();

    [GeneratedRegex("^\\| (?<code>EDGE\\d{3}) \\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("(Error|Warning|new)\\(\\s*\"(?<code>EDGE\\d{3})\"")]
    private static partial Regex Made();
}
