namespace Kit;

/// <summary>Where things are in the checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Release or Debug: what the tests themselves were built as.</summary>
    public static string Configuration { get; } = Path.GetFileName(
        Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory + "/x")!)!);

    public static string Launcher => Path.Combine(Root, "edgeinfra");

    public static string Edge => Binary("Edge", "edgeinfra-edge");

    public static string Provider => Binary("Provider", "pulumi-resource-edgeinfra");

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Binary(string project, string name) => At("artifacts", "bin", project, Configuration, name);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "EdgeInfra.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside of the repository"));
}
