namespace EdgeInfra.Edge.Control;

/// <summary>A method and a path; <c>{…}</c> stands for one segment, whatever it holds.</summary>
internal sealed record Route(string Method, string Path, Func<ControlCall, Answer> Handle)
{
    private readonly string[] _segments = Path.Split('/')[1..];

    /// <summary>What stands at the placeholders, or null when the path is another one.</summary>
    public IReadOnlyList<string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != _segments.Length)
        {
            return null;
        }

        var arguments = new List<string>();
        foreach (var (wanted, given) in _segments.Zip(segments))
        {
            if (wanted.StartsWith('{'))
            {
                arguments.Add(given);
            }
            else if (wanted != given)
            {
                return null;
            }
        }

        return arguments;
    }
}
