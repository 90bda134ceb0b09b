using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;

namespace EdgeInfra.Engine.Yaml;

/// <summary>What every YAML program may refer to without declaring it: <c>${pulumi.project}</c> and the like.</summary>
internal static class Builtins
{
    public const string Name = "pulumi";

    public static readonly IReadOnlyList<string> Properties = ["cwd", "organization", "project", "rootDirectory", "stack"];

    public static PropertyMap Of(ProgramContext context) => PropertyMap.Of(
        ("cwd", context.ProgramDirectory),
        ("organization", ProgramContext.Organization),
        ("project", context.Project),
        ("rootDirectory", context.RootDirectory),
        ("stack", context.Stack));
}
