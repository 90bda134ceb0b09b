using System.Collections.Immutable;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Planning;

/// <summary>Decides what is to be done about a registration. Pure: what had to be asked has been asked before.</summary>
internal static class StepGenerator
{
    private const string InitError = "#initerror"; // Pulumi's name for it among the paths of replaceOnChanges.

    /// <summary>What a resource that exists needs, given its difference.</summary>
    public static Verdict Decide(Registration resource, ResourceState old, DiffOutcome diff)
    {
        var outcome = diff.WithReplaceOnChanges(resource.ReplaceOnChanges.Where(path => path != InitError));
        if (!old.InitErrors.IsEmpty)
        {
            outcome = resource.ReplaceOnChanges.Contains(InitError)
                ? outcome.Replacing(InitError)
                : outcome with { HasChanges = true };
        }

        var operation = outcome.Replaces ? Operation.Replace : outcome.HasChanges ? Operation.Update : Operation.Same;
        return new Verdict(operation, outcome, resource.DeleteBeforeReplace ?? outcome.DeleteBeforeReplace);
    }

    /// <summary>Why that must not happen; nothing when it may.</summary>
    public static IEnumerable<string> Objections(Registration resource, ResourceState old, Verdict verdict)
    {
        // A resource may be freed in the run that replaces it: only what was and stays protected is refused.
        if (verdict.Operation == Operation.Replace && old.Protect && resource.Protect == true)
        {
            yield return $"it is protected, and a change of {string.Join(", ", verdict.Diff.ReplaceKeys)} would replace it; "
                + "take away the option 'protect' first if that is wanted";
        }
    }

    /// <summary>
    /// Whether it must be replaced together with <paramref name="doomed"/> by way of an option, not of a value.
    /// </summary>
    public static bool GoesWith(ResourceState state, IReadOnlyCollection<ResourceState> doomed) =>
        doomed.Any(gone => state.DeletedWith == gone.Urn || state.Provider == $"{gone.Urn}::{gone.Id}");

    /// <summary>The inputs that come from one of those resources.</summary>
    public static ImmutableArray<string> InputsFrom(ResourceState state, IReadOnlyCollection<ResourceState> doomed) =>
        [.. state.PropertyDependencies.Where(entry => entry.Value.Any(urn => doomed.Any(gone => gone.Urn == urn))).Select(entry => entry.Key)];
}
