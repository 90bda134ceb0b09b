namespace EdgeInfra.Engine.State;

/// <summary>Where a running deployment saves after every step.</summary>
internal interface ISnapshotStore
{
    /// <summary>
    /// Replaces what was saved, atomically: a kill leaves the old or the new snapshot. Calls come one at a time.
    /// </summary>
    Task Save(Snapshot snapshot);
}
