namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>What of the machine credentials are taken from.</summary>
/// <param name="Environment">A variable by name; null when it is not set.</param>
/// <param name="Http">Asks metadata services: without a proxy, and following no redirects.</param>
/// <param name="Log">One line for people.</param>
internal sealed record SigningPlatform(Func<string, string?> Environment, HttpClient Http, TimeProvider Time, Action<string> Log)
{
    /// <summary>The machine itself.</summary>
    public static SigningPlatform OfMachine(TimeProvider time, Action<string> log) =>
        new(System.Environment.GetEnvironmentVariable, OwnClient(), time, log);

    /// <summary>A variable that is set to something.</summary>
    public string? Variable(string name) => Environment(name) is { Length: > 0 } value ? value : null;

    private static HttpClient OwnClient() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // each call has its own
    };
}
