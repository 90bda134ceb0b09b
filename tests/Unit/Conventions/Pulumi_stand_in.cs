using System.Text.RegularExpressions;
using Kit;
using Pulumi;

namespace Unit.Conventions;

/// <summary>The stand-in may offer less than the packages it stands in for, but nothing else.</summary>
public sealed partial class Pulumi_stand_in
{
    private static readonly string List = Repository.At("tests", "Unit", "Conventions", "pulumi-api.txt");

    [Fact]
    public void Offers_what_is_listed()
    {
        var offered = ApiListing.Of(typeof(Deployment).Assembly).ToList();
        if (Environment.GetEnvironmentVariable("EDGEINFRA_ACCEPT") == "1")
        {
            File.WriteAllLines(List, offered);
        }

        Assert.Equal(File.ReadAllLines(List), offered);
    }

    /// <summary>Compares with a listing of the real package, where somebody keeps one beside the repository.</summary>
    [Fact]
    public void Offers_nothing_that_the_real_package_does_not_have()
    {
        var facts = Repository.At("..", "shared", "facts", "pulumi-dotnet-api.txt");
        var known = Qualified(File.ReadAllLines(File.Exists(facts) ? facts : List));

        var extra = Qualified(ApiListing.Of(typeof(Deployment).Assembly))
            .Where(line => !line.StartsWith("Command", StringComparison.Ordinal) && !line.StartsWith("Logging", StringComparison.Ordinal))
            .Except(known)
            .ToList();

        Assert.True(extra.Count == 0, string.Join(Environment.NewLine, extra));
    }

    // Each member behind its type; without what reflection cannot tell alike for both: nullability and interfaces.
    private static HashSet<string> Qualified(IEnumerable<string> lines)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var type = "";
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            type = line[0] == ' ' ? type : TypeName().Match(line).Groups[1].Value;
            all.Add(type + ": " + (line[0] == ' ' ? Plain(line.Trim()) : ""));
        }

        return all;
    }

    private static string Plain(string member) => ReferenceNullability().Replace(member, "");

    [GeneratedRegex(@"(?:class|struct|enum|interface|delegate) ([\w.]+(?:<[^:]*?>)?)(?=$| )")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?<!\b(?:bool|int|double|long|TimeSpan|Logging))\?")]
    private static partial Regex ReferenceNullability();
}
