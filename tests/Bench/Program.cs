using Bench;
using Bench.Control;

// Figures, not tests: they depend on the machine, so nothing fails by them but the exit code of this program.
var benches = new Dictionary<string, Func<Task<IReadOnlyList<Measured>>>>
{
    ["control"] = ControlBench.Run,
};
if (args is not [var name] || !benches.TryGetValue(name, out var run))
{
    Console.Error.WriteLine($"Which one? There are: {string.Join(", ", benches.Keys)}.");
    return 2;
}

var measured = await run();
Table.Print(Console.Out, measured);
return measured.All(one => one.Holds) ? 0 : 1;
