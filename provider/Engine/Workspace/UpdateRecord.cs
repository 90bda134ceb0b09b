using System.Collections.Immutable;
using EdgeInfra.Engine.Planning;

namespace EdgeInfra.Engine.Workspace;

/// <summary>One finished operation on a stack, for its history.</summary>
/// <param name="Kind">update, refresh, destroy or import.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Succeeded">Whether all of it was done.</param>
/// <param name="Changes">How many resources, by operation.</param>
/// <param name="Message">What the user said about it.</param>
internal sealed record UpdateRecord(
    string Kind,
    DateTimeOffset Started,
    DateTimeOffset Ended,
    bool Succeeded,
    ImmutableSortedDictionary<Operation, int> Changes,
    string Message = "");
