namespace EdgeInfra.Edge.Control;

/// <summary>A method and a path; <c>{…}</c> stands for one segment, whatever it holds, and <c>{*…}</c> at the end for all the rest.</summary>
internal sealed record Route(string Method, string Path, Func<ControlCall, Answer> Handle)
{
    private const string OfService = "/service/{id}";

    private readonly string[] _segments = Path.Split('/')[1..];

    /// <summary>A call that reads, and waits for others: a resolver, the edge. One that changes anything never waits.</summary>
    public Route(string path, Func<ControlCall, CancellationToken, Task<Answer>> handle)
        : this("GET", path, static _ => throw new InvalidOperationException("this route waits: ask it for a later answer")) => Later = handle;

    /// <summary>How many bytes the body of such a call may have.</summary>
    public int BodyLimit { get; init; } = ControlBody.Limit;

    /// <summary>What a token must allow. Reading and writing follow from the method.</summary>
    public Right Needs { get; init; } = Method == "GET" ? Right.Read : Right.Write;

    /// <summary>For the API's document only.</summary>
    public Takes Takes { get; init; } = Takes.Nothing;

    private Func<ControlCall, CancellationToken, Task<Answer>>? Later { get; }

    /// <summary>The call's answer, if its token allows it.</summary>
    public Answer Answer(ControlCall call) => Refused(call) ?? Handle(call);

    /// <summary>The same for a call that only reads; some of those wait.</summary>
    public async Task<Answer> AnswerLater(ControlCall call, CancellationToken cancel) =>
        Refused(call) ?? (Later is null ? Handle(call) : await Later(call, cancel).ConfigureAwait(false));

    private Answer? Refused(ControlCall call) =>
        call.Caller.Refuse(Needs, Path.Contains(OfService, StringComparison.Ordinal) ? call.Arguments[0] : null) is { } refusal
            ? Control.Answer.Of(refusal)
            : null;

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
