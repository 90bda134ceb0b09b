using System.Text.RegularExpressions;

namespace EdgeInfra.Model;

/// <summary>What a store allows as the name of a bucket, an account or an app; the words complete "a name has".</summary>
public sealed record NameRule(string Pattern, string Words)
{
    internal bool Allows(string name) => Regex.IsMatch(name, $"\\A(?:{Pattern})\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
