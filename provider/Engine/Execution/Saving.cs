using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>Saves the journal, one at a time; who waits while another saves is served by the next save together with all others.</summary>
/// <param name="store">Null in previews: nothing is saved.</param>
internal sealed class Saving(Journal journal, ISnapshotStore? store) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private long _saved;

    /// <summary>Returns when everything that the journal holds now is saved.</summary>
    /// <exception cref="StepRefusedException">It could not be saved, or must not be.</exception>
    public async Task Save()
    {
        if (store is null)
        {
            return;
        }

        var wanted = journal.Version;
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_saved < wanted)
            {
                var version = journal.Version;
                await Save(store, journal.Build()).ConfigureAwait(false);
                _saved = version;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task Save(ISnapshotStore store, Snapshot snapshot)
    {
        if (SnapshotIntegrity.Broken(snapshot) is { Count: > 0 } broken)
        {
            throw new StepRefusedException([.. broken.Select(rule => $"the state is not saved, because it would be corrupt: {rule}")]);
        }

        try
        {
            await store.Save(snapshot).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            throw new StepRefusedException($"the state could not be saved: {error.Message}");
        }
    }
}
