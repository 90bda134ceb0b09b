namespace Kit;

/// <summary>The command line, run as a user would, whatever the tests themselves were started with.</summary>
public static class Cli
{
    public const string Passphrase = "correct horse";

    public static Dictionary<string, string?> Surroundings => new()
    {
        ["PULUMI_CONFIG_PASSPHRASE"] = Passphrase,
        ["PULUMI_BACKEND_URL"] = null,
        ["PULUMI_STACK"] = null,
        ["EDGEINFRA_ENDPOINT"] = null,
        ["EDGEINFRA_API_KEY"] = null,
        ["EDGEINFRA_CONFIGURATION"] = Repository.Configuration == "release" ? "Release" : "Debug",
    };

    public static Task<Ran> Run(string folder, params string[] arguments) => RunWith(Surroundings, folder, arguments);

    public static Task<Ran> RunWith(Dictionary<string, string?> surroundings, string folder, params string[] arguments) =>
        Shell.RunIn(Repository.Root, Repository.Launcher, [.. arguments, "--cwd", folder], surroundings);

    public static Running Start(string folder, params string[] arguments) =>
        Running.Start(Repository.Root, Repository.Launcher, [.. arguments, "--cwd", folder], Surroundings);
}
