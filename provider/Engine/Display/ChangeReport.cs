using EdgeInfra.Engine.Planning;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Engine.Display;

/// <summary>The changes of a run, one block for each changed resource, and in it only the fields that change.</summary>
internal static class ChangeReport
{
    public static IEnumerable<ReportLine> Of(RunRecord run) =>
        run.Resources.Where(resource => resource.Changes).SelectMany(Block);

    private static IEnumerable<ReportLine> Block(ResourceReport resource)
    {
        var failed = resource.Progress is StepProgress.Failed ? " (failed)" : "";
        yield return new ReportLine($"{resource.Operation.Symbol()} {resource.Name}{failed}", resource.Operation.Tone());
        if (resource.Name.IsStack || resource.Operation is Operation.Delete)
        {
            yield break;
        }

        // What follows from a change is said in the full diff, and by the stack's outputs.
        foreach (var line in resource.Fields.Where(field => !field.IsOutput)
            .SelectMany(field => Lines(field, resource.Operation)))
        {
            yield return line with { Text = "    " + line.Text };
        }
    }

    private static IEnumerable<ReportLine> Lines(FieldChange field, Operation operation)
    {
        var creates = operation is Operation.Create or Operation.Import;
        var mark = field.Replaces ? " (replaces)" : "";
        if (field is { Old: V.Text { Value: var old }, New: V.Text { Value: var value } }
            && (old.Contains('\n') || value.Contains('\n')))
        {
            return LineDiff.Of(old, value)
                .Select(line => new ReportLine($"  {line.Sign} {line.Line}", line.Sign == '+' ? Tone.Added : Tone.Removed))
                .Prepend(new ReportLine($"{field.Label}:{mark}"));
        }

        return [(field.Old, field.New) switch
        {
            (null, { } added) when creates => new ReportLine($"{field.Label}: {CompactValue.Of(added)}{mark}"),
            (null, { } added) => new ReportLine($"+ {field.Label}: {CompactValue.Of(added)}{mark}", Tone.Added),
            ({ } removed, null) => new ReportLine($"- {field.Label}: {CompactValue.Of(removed)}{mark}", Tone.Removed),
            ({ } from, { } to) => new ReportLine($"{field.Label}: {CompactValue.Of(from)} => {CompactValue.Of(to)}{mark}"),
            _ => new ReportLine($"{field.Label}: changes{mark}"),
        }];
    }
}
