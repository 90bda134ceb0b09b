using System.Globalization;
using System.Text.Json;

namespace EdgeInfra.Engine.Programs;

/// <summary>The environment variables by which programs find the engine and their configuration.</summary>
internal static class ProgramEnvironment
{
    /// <summary>Said by a program that failed and has told the engine why.</summary>
    private const int FailedAndSaidSo = 32;

    /// <summary>Configuration alone: what the Node runner takes from the environment.</summary>
    public static Dictionary<string, string> Config(ProgramContext context)
    {
        var variables = new Dictionary<string, string>
        {
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(context.Config),
        };
        if (context.ConfigSecretKeys.Count > 0)
        {
            variables["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(context.ConfigSecretKeys);
        }

        return variables;
    }

    /// <summary>Everything: what .NET programs take from it.</summary>
    public static Dictionary<string, string> All(ProgramContext context) => new(Config(context))
    {
        ["PULUMI_MONITOR"] = context.MonitorAddress,
        ["PULUMI_ENGINE"] = context.EngineAddress,
        ["PULUMI_ORGANIZATION"] = ProgramContext.Organization,
        ["PULUMI_PROJECT"] = context.Project,
        ["PULUMI_STACK"] = context.Stack,
        ["PULUMI_ROOT_DIRECTORY"] = context.RootDirectory,
        ["PULUMI_PWD"] = context.ProgramDirectory,
        ["PULUMI_DRY_RUN"] = context.DryRun ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = context.Parallel.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What an exit code says.</summary>
    public static ProgramExit Exit(int code) => code switch
    {
        0 => ProgramExit.Ok,
        FailedAndSaidSo => new ProgramExit(false, null),
        _ => new ProgramExit(false, $"the program exited with code {code}"),
    };
}
