using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Import;

/// <summary>What was found, planned as a program.</summary>
/// <param name="Plan">Null when an error is among the problems.</param>
/// <param name="Name">What it is called after.</param>
/// <param name="Problems">All that is to be said about it.</param>
internal sealed record Imported(StackPlan? Plan, string Name, IReadOnlyList<Problem> Problems)
{
    /// <summary>The control API it was read from.</summary>
    public Uri? Endpoint { get; init; }

    public static Imported Failed(string name, IEnumerable<Problem> problems) => new(null, name, [.. problems]);
}
