namespace EdgeInfra.Model.Vcl;

/// <summary>The functions <c>querystring.*</c>: they take a URL and give one.</summary>
internal static class QueryFunctions
{
    // A character that no URL holds.
    private const string Separator = "\u007f";

    public static Dictionary<string, Function> All { get; } = new()
    {
        ["querystring.get"] = Make.Of((url, name) => new QueryText(url).Find(name)),
        ["querystring.set"] = Make.Of((url, name, value) => new QueryText(url).Set(name, value).ToString()),
        ["querystring.add"] = Make.Of((url, name, value) => new QueryText(url).Add(name, value).ToString()),
        ["querystring.remove"] = Make.Of(url => new QueryText(url).Keep(_ => false).ToString()),
        ["querystring.clean"] = Make.Of(url => new QueryText(url).Keep(parameter => QueryText.NameOf(parameter).Length > 0).ToString()),
        ["querystring.sort"] = Make.Of(url => new QueryText(url).Sorted().ToString()),
        ["boltsort.sort"] = Make.Of(url => new QueryText(url).Sorted().ToString()),
        ["querystring.filtersep"] = new([], 0, _ => new TextCode(_ => Separator)),
        ["querystring.filter"] = Make.Of((url, names) => Filtered(url, names, keeps: false)),
        ["querystring.filter_except"] = Make.Of((url, names) => Filtered(url, names, keeps: true)),
        ["querystring.regfilter"] = Pattern(keeps: false),
        ["querystring.regfilter_except"] = Pattern(keeps: true),
    };

    private static string Filtered(string url, string names, bool keeps)
    {
        var named = names.Split(Separator);
        return new QueryText(url).Keep(parameter => named.Contains(QueryText.NameOf(parameter)) == keeps).ToString();
    }

    private static Function Pattern(bool keeps) => new([VclType.String, VclType.Pattern], 2, given =>
    {
        var (url, pattern) = (given.Text(0), given.Pattern(1));
        return new TextCode(frame => new QueryText(url(frame))
            .Keep(parameter => Vcl.Pattern.Matches(pattern, QueryText.NameOf(parameter)) == keeps).ToString());
    });
}
