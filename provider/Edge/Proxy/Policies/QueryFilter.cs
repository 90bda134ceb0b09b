using System.Text;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>What of the client's query goes to the origin. Names are compared as they were sent: an escaped one is another.</summary>
internal sealed class QueryFilter(OriginPolicy policy)
{
    private readonly bool _passesAll = policy.PassesQuery;
    private readonly string[] _names = [.. policy.QueryParameters];

    /// <param name="query">Without its question mark.</param>
    public string Of(ReadOnlySpan<char> query)
    {
        if (_passesAll)
        {
            return query.ToString();
        }

        if (_names.Length == 0 || query.IsEmpty)
        {
            return "";
        }

        var kept = new StringBuilder();
        foreach (var range in query.Split('&'))
        {
            var parameter = query[range];
            var end = parameter.IndexOf('=');
            if (IsNamed(end < 0 ? parameter : parameter[..end]))
            {
                kept.Append(kept.Length > 0 ? "&" : "").Append(parameter);
            }
        }

        return kept.ToString();
    }

    private bool IsNamed(ReadOnlySpan<char> name)
    {
        foreach (var one in _names)
        {
            if (name.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
