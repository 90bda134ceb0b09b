namespace EdgeInfra.Edge.Control;

/// <summary>A method and a path; <c>{…}</c> stands for one segment, whatever it holds, and <c>{*…}</c> at the end for all the rest.</summary>
internal sealed record Route(string Method, string Path, Func<ControlCall, Answer> Handle)
{
    private const string OfService = "/service/{id}";

    private readonly string[] _segments = Path.Split('/')[1..];

    /// <summary>What a token must allow. Reading and writing follow from the method.</summary>
    public Right Needs { get; init; } = Method == "GET" ? Right.Read : Right.Write;

    /// <summary>For the API's document only.</summary>
    public Takes Takes { get; init; } = Takes.Nothing;

    /// <summary>The call's answer, if its token allows it.</summary>
    public Answer Answer(ControlCall call) =>
        call.Caller.Refuse(Needs, Path.Contains(OfService, StringComparison.Ordinal) ? call.Arguments[0] : null) is { } refusal
            ? Control.Answer.Of(refusal)
            : Handle(call);

    /// <summary>What stands at the placeholders, or null when the path is another one.</summary>
    public IReadOnlyList<string>? Match(IReadOnlyList<string> segments)
    {
        var takesRest = _segments[^1].StartsWith("{*", StringComparison.Ordinal);
        if (takesRest ? segments.Count < _segments.Length : segments.Count != _segments.Length)
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
