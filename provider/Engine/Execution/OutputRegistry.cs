using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Execution;

/// <summary>What components and the stack give out.</summary>
/// <remarks>A program may send the stack's outputs before everything is registered: they count at the end.</remarks>
internal sealed class OutputRegistry(Journal journal, Saving saving, Progress progress, string stackUrn)
{
    private PropertyMap? _ofStack;

    public async Task Register(string urn, PropertyMap outputs)
    {
        if (urn == stackUrn)
        {
            _ofStack = outputs;
        }
        else if (!progress.IsMissing(urn))
        {
            if (!Put(urn, outputs))
            {
                throw new RpcException(RpcStatus.InvalidArgument, $"outputs for {urn}, which has not been registered");
            }

            await saving.Save().ConfigureAwait(false);
        }
    }

    /// <summary>Puts the stack's outputs in their place; after a failure, old ones that are missing now stay.</summary>
    public void Finish()
    {
        if (_ofStack is { } outputs)
        {
            var old = progress.HasFailed ? journal.Done(stackUrn)?.Outputs ?? PropertyMap.Empty : PropertyMap.Empty;
            Put(stackUrn, old.WithAll(progress.HasFailed ? Values.WithoutUnknowns(outputs) : outputs));
        }
    }

    private bool Put(string urn, PropertyMap outputs)
    {
        if (journal.Done(urn) is not { } state)
        {
            return false;
        }

        journal.Swap(state, state with { Outputs = outputs });
        progress.Report(new EngineEvent.Outputs(urn, outputs));
        return true;
    }
}
