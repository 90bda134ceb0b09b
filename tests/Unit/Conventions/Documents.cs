using System.Text.RegularExpressions;
using Kit;

namespace Unit.Conventions;

public sealed partial class Documents
{
    [Fact]
    public void Show_programs_that_are_compiled()
    {
        var readme = File.ReadAllText(Repository.At("README.md"));
        var shown = Example().Matches(readme);

        Assert.NotEmpty(shown);
        Assert.All(shown, example => Assert.Equal(
            File.ReadAllText(Repository.At(example.Groups["file"].Value)).Trim(), example.Groups["text"].Value.Trim()));
    }

    [GeneratedRegex("<!-- (?<file>[^ ]+) -->\n```\\w+\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
