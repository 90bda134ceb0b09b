namespace EdgeInfra.Plugin.Diffs;

/// <summary>What happens to one property.</summary>
internal enum ChangeKind
{
    Add,
    Delete,
    Update,
}
