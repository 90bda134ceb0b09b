using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Display;

/// <summary>Every step with its identity and properties, in the layout of Pulumi's <c>--diff</c>.</summary>
internal static class FullDiff
{
    // Columns for each generation of parents.
    private const int Indent = 4;

    public static IEnumerable<ReportLine> Of(RunRecord run)
    {
        var resources = run.Resources;
        var all = resources.ToDictionary(resource => resource.Urn);
        return resources.Where(resource => resource.Operation is not Operation.Same || resource.Name.IsStack)
            .SelectMany(resource => Block(resource, (ResourceTree.Depth(resource, all) * Indent) + 2));
    }

    private static IReadOnlyList<ReportLine> Block(ResourceReport resource, int column)
    {
        var printer = new PropertyPrinter();
        var (old, state) = (resource.Step.Old, resource.State);
        var retained = resource.Operation is Operation.Delete && old?.RetainOnDelete is true ? " [retain]" : "";
        printer.Line($"{resource.Name.Type}: ({resource.Operation.Name()}){retained}", column, resource.Operation.Symbol(), resource.Operation.Tone());
        if (state is not null)
        {
            Identity(printer, resource, state, column + 2);
        }

        if (resource.Operation is Operation.Same)
        {
            return printer.Lines;
        }

        if (old is null || resource.Step.New is null)
        {
            printer.Whole((resource.Step.New ?? old)?.Inputs ?? Protocol.PropertyMap.Empty, column + 2);
            return printer.Lines;
        }

        Differences(printer, resource, old, resource.Step.New, column + 2);
        return printer.Lines;
    }

    private static void Identity(PropertyPrinter printer, ResourceReport resource, ResourceState state, int column)
    {
        var id = resource.Step.Old?.Id is { Length: > 0 } former ? former : state.Id;
        if (id.Length > 0)
        {
            printer.Line($"[id={id}]", column);
        }

        printer.Line($"[urn={resource.Urn}]", column);
        var (before, after) = (resource.Step.Old?.Provider ?? state.Provider, state.Provider);
        if (before != after && before.Length > 0)
        {
            printer.Line($"[provider: {before} => {after}]", column, "~", Tone.Changed);
        }
        else if (after.Length > 0 && after.Split("::") is not [_, _, _, "default", ..])
        {
            printer.Line($"[provider={after}]", column);
        }
    }

    private static void Differences(
        PropertyPrinter printer, ResourceReport resource, ResourceState old, ResourceState value, int column)
    {
        var before = printer.Lines.Count;
        var named = resource.Step.DetailedDiff.Keys.Select(path => FieldLabel.Root(path)).ToHashSet();
        if (resource.Operation is Operation.Refresh)
        {
            printer.Difference(old.Outputs, value.Outputs, column);
        }
        else
        {
            printer.Difference(old.Inputs, value.Inputs, column, named.Count > 0 ? named.Contains : null);
        }

        var fields = resource.Fields;
        if (printer.Lines.Count == before)
        {
            foreach (var field in fields.Where(field => !field.IsOutput))
            {
                printer.Line($"{field.Label}: {Shown(field.Old)} => {Shown(field.New)}", column, "~", Tone.Changed);
            }
        }

        if (fields.Any(field => field.IsOutput))
        {
            printer.Line("--outputs:--", column);
            foreach (var output in fields.Where(field => field.IsOutput))
            {
                printer.Line($"{output.Label}: {Shown(output.Old)} => {Shown(output.New)}", column, "~", Tone.Changed);
            }
        }
    }

    private static string Shown(Protocol.PropertyValue? value) => value is null ? "(none)" : CompactValue.Of(value);
}
