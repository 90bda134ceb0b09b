using Kit;

namespace Unit.Conventions;

public sealed class Source_files
{
    private const int End = 400;

    private static readonly string[] Folders = ["provider", "examples", "tests"];

    [Fact]
    public void Are_never_longer_than_four_hundred_lines() => Assert.All(Written(), file =>
        Assert.True(File.ReadLines(file).Count() <= End, $"{file} is longer than {End} lines: split it by topic"));

    [Fact]
    public void Name_no_path_of_one_machine() => Assert.All(Written(), file =>
        Assert.DoesNotContain("/home" + "/", File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void Of_examples_are_under_forty_lines() => Assert.All(
        Directory.GetFiles(Repository.At("examples"), "Program.cs", SearchOption.AllDirectories),
        file => Assert.True(File.ReadLines(file).Count() < 40, $"{file} is longer than an example should be"));

    private static IEnumerable<string> Written() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && !file.Contains(
            "node_modules", StringComparison.Ordinal));
}
