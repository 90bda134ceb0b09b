using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>What a call may carry beside its path, for the API's document; fields of objects are known from their tables.</summary>
internal sealed record Takes
{
    public static Takes Nothing { get; } = new();

    public ValueList<string> Query { get; init; } = [];

    public ValueList<string> Fields { get; init; } = [];

    public ValueList<string> Headers { get; init; } = [];
}
