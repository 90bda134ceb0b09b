using EdgeInfra.Engine.Execution.Kinds;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Execution;

/// <summary>The option <c>import</c>: a resource that exists already comes under management.</summary>
internal static class Importing
{
    /// <summary>Not once it has been imported: the option may stay in the program.</summary>
    public static bool IsWanted(Registration resource, ResourceState? old) =>
        resource.ImportId.Length > 0 && resource.Custom
        && (old is null or { External: true } || (old.ImportId != resource.ImportId && old.Id != resource.ImportId));

    public static ResourceState Accept(ResourceState planned, LiveResource live) => planned with
    {
        Id = live.Id,
        Inputs = live.Inputs ?? throw new StepRefusedException($"the provider of {planned.Type} does not support importing it"),
        Outputs = live.Outputs,
    };

    public static string Refusal(ResourceState imported, Verdict verdict) =>
        $"'{imported.Id}' cannot be imported as it is declared: a difference in {string.Join(", ", verdict.Diff.ReplaceKeys)} would replace it; "
        + "declare these as they really are";
}
