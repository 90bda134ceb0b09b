using System.Collections.Immutable;

namespace EdgeInfra.Engine.Yaml;

/// <summary>
/// Everything found wrong with one file so far; reading and checking go on after each of them. Safe for concurrent use.
/// </summary>
internal sealed class YamlProblems(string file)
{
    private readonly Lock _gate = new();
    private readonly HashSet<YamlProblem> _found = [];

    public bool Any
    {
        get
        {
            lock (_gate)
            {
                return _found.Count > 0;
            }
        }
    }

    public void Add(SourceSpot at, string message)
    {
        lock (_gate)
        {
            _found.Add(new YamlProblem(file, at, message));
        }
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<YamlProblem> InOrder()
    {
        lock (_gate)
        {
            return [.. _found.OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)
                .ThenBy(problem => problem.Message, StringComparer.Ordinal)];
        }
    }

    public override string ToString() => string.Join('\n', InOrder());
}
