using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>Resources that the program reads with <c>get</c>: looked up, remembered, never changed.</summary>
internal sealed class Reading(Journal journal, Progress progress, StepExecutor steps, bool dryRun)
{
    public async Task<ResourceState> Read(IResourceKind kind, Registration resource, string id, ResourceState? old)
    {
        var planned = resource.Planned(null, resource.Inputs) with { Id = id, External = true, Outputs = resource.Inputs };
        if (id.Length == 0)
        {
            return dryRun
                ? planned with { Outputs = Protocol.PropertyMap.Empty } // Read when the id is known.
                : throw new StepRefusedException("it is to be read, but its id is empty");
        }

        // A managed resource that the program now only reads stays as it is; another one in its place replaces it.
        var replaces = old is { External: false } && old.Id != id;
        var step = Steps.Of(replaces ? Operation.ReadReplacement : Operation.Read, old, planned);
        var read = await steps.Read(kind, planned, step, "reading", Accept, Remember).ConfigureAwait(false);
        if (replaces)
        {
            progress.Replaced(old!, read, DiffOutcome.None.Replacing("id"));
        }

        return read;

        ResourceState Accept(LiveResource live) =>
            planned with { Id = live.Id, Inputs = live.Inputs ?? planned.Inputs, Outputs = live.Outputs };

        void Remember(ResourceState reached)
        {
            if (replaces)
            {
                journal.RecordReplacement(reached, old!);
            }
            else
            {
                journal.Record(reached, old);
            }
        }
    }
}
