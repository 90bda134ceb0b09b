namespace EdgeInfra.Plugin.Diffs;

/// <summary>One change, at a Pulumi path such as <c>backends[0].weight</c>.</summary>
internal sealed record PathChange(string Path, ChangeKind Kind, bool Replaces = false)
{
    /// <summary>It is about an output: what the resource really is, not what the program says.</summary>
    public bool OfOutput { get; init; }

    /// <summary>The top-level property the path begins with.</summary>
    public string Property => Path.IndexOfAny(['.', '[']) is >= 0 and var end ? Path[..end] : Path;
}
