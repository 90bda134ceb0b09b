using System.Collections.Immutable;
using EdgeInfra.Engine.Programs;

namespace Unit.Engine.Programs;

internal static class Contexts
{
    public static ProgramContext In(string directory, bool dryRun = false) => new()
    {
        Project = "www",
        Stack = "dev",
        RootDirectory = directory,
        ProgramDirectory = directory,
        MonitorAddress = "127.0.0.1:1",
        EngineAddress = "127.0.0.1:2",
        DryRun = dryRun,
        Parallel = 4,
        Config = ImmutableSortedDictionary<string, string>.Empty.Add("www:key", "hunter2").Add("www:port", "80"),
        ConfigSecretKeys = ["www:key"],
    };
}
