using System.Collections.Immutable;
using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;

namespace EdgeInfra.Engine.Display;

/// <summary>How a run ended: problems, outputs, counts.</summary>
internal static class OutcomeReport
{
    public static IEnumerable<ReportLine> Problems(RunRecord run)
    {
        var problems = run.Problems;
        if (problems.IsEmpty)
        {
            yield break;
        }

        yield return new ReportLine("Diagnostics:", Tone.Heading);
        foreach (var about in problems.GroupBy(problem => problem.Urn))
        {
            yield return new ReportLine($"  {(about.Key.Length > 0 ? ResourceName.Of(about.Key).ToString() : "deployment")}:");
            foreach (var problem in about)
            {
                var word = problem.Severity is Severity.Error ? "error" : "warning";
                var lines = problem.Message.TrimEnd().Split('\n');
                var tone = problem.Severity is Severity.Error ? Tone.Error : Tone.Warning;
                yield return new ReportLine($"    {word}: {lines[0]}", tone);
                foreach (var line in lines.Skip(1))
                {
                    yield return new ReportLine($"      {line}", tone);
                }
            }
        }
    }

    /// <summary>The outputs of the stack; those that change say how.</summary>
    public static IEnumerable<ReportLine> Outputs(RunRecord run, bool onlyChanged)
    {
        var olds = run.OldStackOutputs;
        var outputs = run.StackOutputs ?? olds;
        var names = olds.Keys.Union(outputs.Keys).Where(name => !onlyChanged || !olds[name].Equals(outputs[name]))
            .Order(StringComparer.Ordinal).ToArray();
        if (names.Length > 0)
        {
            yield return new ReportLine("Outputs:", Tone.Heading);
        }

        foreach (var name in names)
        {
            yield return (olds.TryGetValue(name, out var old), outputs.TryGetValue(name, out var value)) switch
            {
                (true, false) => new ReportLine($"  - {name}: {CompactValue.Of(old!)}", Tone.Removed), // found, so not null, here and below
                (false, _) => new ReportLine($"  + {name}: {CompactValue.Of(value!)}", Tone.Added),
                _ when old!.Equals(value) => new ReportLine($"    {name}: {CompactValue.Of(value!)}"),
                _ => new ReportLine($"  ~ {name}: {CompactValue.Of(old)} => {CompactValue.Of(value!)}", Tone.Changed),
            };
        }
    }

    public static IEnumerable<ReportLine> Counts(EngineEvent.Summary summary, bool planned)
    {
        var changes = summary.Changes.Where(count => count.Key is not (Operation.Same or Operation.Read) && count.Value > 0)
            .ToArray();
        yield return new ReportLine("Resources:", Tone.Heading);
        foreach (var (operation, count) in changes)
        {
            var words = planned ? operation.Planned() : operation.Done();
            yield return new ReportLine($"    {operation.Symbol(),-2}{count} {words}", operation.Tone());
        }

        var same = summary.Changes.GetValueOrDefault(Operation.Same);
        var total = changes.Sum(count => count.Value);
        var sentence = (total, same) switch
        {
            (0, _) => $"{same} unchanged",
            (_, 0) => Changes(total),
            _ => $"{Changes(total)}. {same} unchanged",
        };
        yield return new ReportLine("    " + sentence);
    }

    public static IEnumerable<ReportLine> Duration(EngineEvent.Summary summary) =>
        [new ReportLine($"Duration: {Math.Max(1, (long)Math.Round(summary.Duration.TotalSeconds))}s", Tone.Faint)];

    private static string Changes(int count) => count == 1 ? "1 change" : $"{count} changes";
}
