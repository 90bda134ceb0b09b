using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Display;

/// <summary>One thing that differs about a resource.</summary>
/// <param name="Label">Its path, with items of lists called by their names: <c>backends["api"].weight</c>.</param>
/// <param name="Old">Null when it is added.</param>
/// <param name="New">Null when it is removed.</param>
internal sealed record FieldChange(string Label, PropertyValue? Old, PropertyValue? New)
{
    /// <summary>It makes the resource be replaced.</summary>
    public bool Replaces { get; init; }

    /// <summary>Not what the program says but what follows from it.</summary>
    public bool IsOutput { get; init; }
}
