namespace EdgeInfra.Model.Vcl;

/// <summary>A URL taken apart at its query; parameters stay as they are written, encoded.</summary>
internal sealed class QueryText
{
    private readonly string _path;

    public QueryText(string url)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        _path = mark < 0 ? url : url[..mark];
        Parameters = mark < 0 ? [] : [.. url[(mark + 1)..].Split('&')];
    }

    /// <summary>As in <c>a=1</c>.</summary>
    public List<string> Parameters { get; private set; }

    public static string NameOf(string parameter) =>
        parameter.IndexOf('=', StringComparison.Ordinal) is >= 0 and var mark ? parameter[..mark] : parameter;

    public string? Find(string name)
    {
        var found = Parameters.Find(parameter => NameOf(parameter) == name);
        return found is null ? null : found.Length > name.Length ? found[(name.Length + 1)..] : "";
    }

    public QueryText Keep(Func<string, bool> keeps)
    {
        Parameters = [.. Parameters.Where(keeps)];
        return this;
    }

    public QueryText Sorted()
    {
        Parameters = [.. Parameters.OrderBy(NameOf, StringComparer.Ordinal).ThenBy(parameter => parameter, StringComparer.Ordinal)];
        return this;
    }

    public QueryText Add(string name, string value)
    {
        Parameters.Add($"{name}={value}");
        return this;
    }

    /// <summary>In the place of the first of that name, and the others of it go; at the end where there is none.</summary>
    public QueryText Set(string name, string value)
    {
        var first = Parameters.FindIndex(parameter => NameOf(parameter) == name);
        if (first < 0)
        {
            return Add(name, value);
        }

        Parameters[first] = $"{name}={value}";
        var at = 0;
        return Keep(parameter => at++ == first || NameOf(parameter) != name);
    }

    public override string ToString() => Parameters.Count == 0 ? _path : $"{_path}?{string.Join('&', Parameters)}";
}
