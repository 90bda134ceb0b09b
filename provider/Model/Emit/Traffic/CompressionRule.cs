namespace EdgeInfra.Model;

/// <summary>Which answers are compressed. Content types are compared without their parameters, and without regard to case.</summary>
public sealed record CompressionRule(ValueList<string> ContentTypes, ValueList<string> Extensions, bool Brotli, RuleGuard Guard)
{
    public bool Covers(string? contentType, string url) => HasType(contentType) || HasExtension(url);

    private bool HasType(ReadOnlySpan<char> contentType)
    {
        var end = contentType.IndexOf(';');
        var plain = (end < 0 ? contentType : contentType[..end]).Trim();
        for (var i = 0; i < ContentTypes.Count; i++)
        {
            if (plain.Equals(ContentTypes[i], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasExtension(ReadOnlySpan<char> url)
    {
        var end = url.IndexOf('?');
        var path = end < 0 ? url : url[..end];
        for (var i = 0; i < Extensions.Count; i++)
        {
            var extension = Extensions[i];
            if (path.EndsWith(extension, StringComparison.Ordinal)
                && path.Length > extension.Length && path[path.Length - extension.Length - 1] == '.')
            {
                return true;
            }
        }

        return false;
    }
}
