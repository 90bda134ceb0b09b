namespace EdgeInfra.Model;

/// <summary>Names of headers as VCL can write them.</summary>
internal static class PolicyHeaders
{
    /// <summary>Beginnings of the names by which buckets talk: a client's would be obeyed, or break the signature.</summary>
    public static IEnumerable<string> OfStores { get; } = ["x-amz-*", "x-goog-*", "x-ms-*", "x-oss-*", "x-bz-*"];

    /// <summary>Headers by which only an edge may speak.</summary>
    public static IEnumerable<string> OfTheEdge(OriginPolicy policy) =>
        new[] { "Edge-Auth", policy.EdgeAuth?.Header }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the name can stand in a program as it is. Others have no form in VCL and are left out, with a comment.</summary>
    public static bool IsWritable(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static void Unset(VclWriter vcl, string owner, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (IsWritable(name.EndsWith('*') ? name[..^1] : name))
            {
                vcl.Line($"unset {owner}.http.{name};");
            }
            else
            {
                vcl.Comment($"Not removed: {name}, which no program of VCL can name");
            }
        }
    }
}
