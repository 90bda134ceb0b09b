using Bench;
using Bench.Control;
using Bench.Proxy;

// Figures, not tests: they depend on the machine, so nothing fails by them but the exit code of this program.
var verbs = new Dictionary<string, Func<BenchFlags, Task<IReadOnlyList<Measured>>>>
{
    ["control"] = _ => ControlBench.Run(),
    ["proxy"] = flags => new ProxyBench(flags, Console.Out).Run(),
    ["soak"] = flags => new SoakBench(flags, Console.Out).Run(),
    ["signing"] = flags => Task.FromResult(SigningBench.Run(flags.Rounds)),
    ["idle"] = flags => IdleBench.Run(flags.Connections),
};
if (args is ["naive", var listen, var origin])
{
    await NaiveForwarder.Serve(listen, origin);
    return 0;
}

if (args is not [var verb, .. var rest] || !verbs.TryGetValue(verb, out var run) || BenchFlags.Read(rest) is not { } flags)
{
    Console.Error.WriteLine($"Which one? There are: {string.Join(", ", verbs.Keys)}. Options: {BenchFlags.Usage}");
    return 2;
}

var measured = await run(flags);
Table.Print(Console.Out, measured);
return measured.All(one => one.Holds) ? 0 : 1;
