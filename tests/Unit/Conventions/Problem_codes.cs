using System.Text.RegularExpressions;
using Kit;

namespace Unit.Conventions;

public sealed partial class Problem_codes
{
    [Fact]
    public void Mean_one_thing_each()
    {
        var codes = Directory.GetFiles(Repository.At("provider", "Model"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Made().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value)).ToList();

        Assert.NotEmpty(codes);
        Assert.Equal(codes.Distinct(), codes);
    }

    [GeneratedRegex("(Error|Warning|new)\\(\\s*\"(?<code>EDGE\\d{3})\"")]
    private static partial Regex Made();
}
