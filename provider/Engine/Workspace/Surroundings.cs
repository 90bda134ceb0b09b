using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Workspace;

/// <summary>What a workspace takes from the process and the machine it runs on.</summary>
/// <remarks>An empty passphrase is a passphrase; null says that none was set.</remarks>
internal sealed record Surroundings
{
    /// <summary>PULUMI_STACK: comes before the selected stack.</summary>
    public string? Stack { get; init; }

    /// <summary>PULUMI_BACKEND_URL: comes before the project's own.</summary>
    public string? BackendUrl { get; init; }

    /// <summary>PULUMI_CONFIG_PASSPHRASE.</summary>
    public string? Passphrase { get; init; }

    /// <summary>PULUMI_CONFIG_PASSPHRASE_FILE.</summary>
    public string? PassphraseFile { get; init; }

    public required string UserDirectory { get; init; }

    /// <summary>PULUMI_HOME, or <c>.pulumi</c> in the user's own directory.</summary>
    public required string PulumiHome { get; init; }

    public required string UserName { get; init; }

    public required string HostName { get; init; }

    public required int ProcessId { get; init; }

    public required TimeProvider Time { get; init; }

    public KeyRing Keys { get; init; } = new();

    /// <summary>Tells the user something that is no failure, one line or more.</summary>
    public required Action<string> Note { get; init; }

    /// <summary>As the process was started; notes go to standard error.</summary>
    public static Surroundings OfThisProcess()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new Surroundings
        {
            Stack = Variable("PULUMI_STACK"),
            BackendUrl = Variable("PULUMI_BACKEND_URL"),
            Passphrase = Environment.GetEnvironmentVariable("PULUMI_CONFIG_PASSPHRASE"),
            PassphraseFile = Variable("PULUMI_CONFIG_PASSPHRASE_FILE"),
            UserDirectory = user,
            PulumiHome = Variable("PULUMI_HOME") ?? Path.Combine(user, ".pulumi"),
            UserName = Environment.UserName,
            HostName = Environment.MachineName,
            ProcessId = Environment.ProcessId,
            Time = TimeProvider.System,
            Note = Console.Error.WriteLine,
        };
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
