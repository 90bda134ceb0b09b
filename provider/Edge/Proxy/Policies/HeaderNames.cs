namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>Header names, some by what they begin with: <c>x-amz-*</c>.</summary>
internal sealed class HeaderNames
{
    private readonly string[] _exact;
    private readonly string[] _beginnings;

    public HeaderNames(IEnumerable<string> names)
    {
        var all = names.ToLookup(name => name.EndsWith('*'));
        (_exact, _beginnings) = ([.. all[false]], [.. all[true].Select(name => name[..^1])]);
    }

    public bool IsEmpty => _exact.Length + _beginnings.Length == 0;

    public bool Has(string name)
    {
        foreach (var one in _exact)
        {
            if (HeaderList.Same(one, name))
            {
                return true;
            }
        }

        foreach (var beginning in _beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the lines of these names out.</summary>
    public void Strip(HeaderList headers)
    {
        for (var i = 0; i < headers.Lines.Length;)
        {
            var name = headers.Lines[i].Name;
            if (Has(name))
            {
                headers.Remove(name);
            }
            else
            {
                i++;
            }
        }
    }
}
