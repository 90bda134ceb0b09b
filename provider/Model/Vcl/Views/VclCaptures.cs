using System.Text.RegularExpressions;

namespace EdgeInfra.Model.Vcl;

/// <summary>
/// What the groups of the last successful match hold (<c>re.group.N</c>). One belongs to one request: a header's source may
/// use what its condition has matched.
/// </summary>
public sealed class VclCaptures
{
    private Match? _last;

    internal string? Group(int number) => _last?.Groups[number] is { Success: true } group ? group.Value : null;

    internal void Keep(Match match) => _last = match;
}
