namespace EdgeInfra.Model.Vcl;

/// <summary>The parts of a URL as VCL names them: of <c>/a/b.c?d</c> path, query, basename, dirname and extension.</summary>
internal static class UrlText
{
    public static ReadOnlySpan<char> Path(ReadOnlySpan<char> url) => url.IndexOf('?') is >= 0 and var mark ? url[..mark] : url;

    public static ReadOnlySpan<char> Query(ReadOnlySpan<char> url) =>
        url.IndexOf('?') is >= 0 and var mark ? url[(mark + 1)..] : [];

    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> url)
    {
        var path = Path(url);
        return path[(path.LastIndexOf('/') + 1)..];
    }

    public static ReadOnlySpan<char> Folder(ReadOnlySpan<char> url)
    {
        var path = Path(url);
        return path.LastIndexOf('/') switch { < 0 => ".", 0 => "/", var slash => path[..slash] };
    }

    public static ReadOnlySpan<char> Extension(ReadOnlySpan<char> url)
    {
        var name = Name(url);
        return name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..] : [];
    }
}
