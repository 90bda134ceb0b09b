using System.Collections.Immutable;
using EdgeInfra.Model;
using EdgeInfra.Protocol;
using V = EdgeInfra.Protocol.PropertyValue;

namespace EdgeInfra.Plugin.Config;

/// <summary>
/// The provider's own properties: which control API, the key to it, and what obeys it. The environment fills what a program leaves unset.
/// </summary>
internal static class Settings
{
    public const string Endpoint = "endpoint";
    public const string ApiKey = "apiKey";
    public const string DefaultEndpoint = "http://127.0.0.1:9901"; // where the bundled edge listens
    public const string EndpointVariable = "EDGEINFRA_ENDPOINT";
    public const string ApiKeyVariable = "EDGEINFRA_API_KEY";

    public const string Target = "target";
    public const string TargetVariable = "EDGEINFRA_TARGET";
    private const string FastlyHost = "api.fastly.com", RuntimeTarget = "runtime", FastlyTarget = "fastly";

    private static readonly ImmutableArray<string> Targets = [RuntimeTarget, FastlyTarget];

    public static ImmutableArray<Setting> All { get; } =
    [
        new(Endpoint, $"Address of the control API: the bundled edge's, or https://api.fastly.com. Default: the environment's {EndpointVariable}, "
            + $"else {DefaultEndpoint}.", EndpointVariable, Secret: false),
        new(ApiKey, $"Key the control API asks for. Default: the environment's {ApiKeyVariable}.", ApiKeyVariable, Secret: true),
        new(Target, "What obeys what is declared: runtime, which refuses what the bundled runtime does not act on yet, or fastly, which takes "
            + $"all that Fastly has. Default: the environment's {TargetVariable}, else fastly where the endpoint is {FastlyHost}, runtime everywhere else.",
            TargetVariable, Secret: false),
    ];

    // Engines keep these among a provider's properties for themselves.
    private static readonly ImmutableArray<string> EngineOwn = ["version", "pluginDownloadURL", "pluginChecksums", "__internal"];

    public static CheckOutcome Check(PropertyMap news) => new(news, [.. Failures(news)]);

    public static IEnumerable<string> Changed(PropertyMap before, PropertyMap after) =>
        All.Select(setting => setting.Name).Where(
            name => after[name].Bare() is V.Unknown || !before[name].Bare().Equals(after[name].Bare()));

    private static IEnumerable<Failure> Failures(PropertyMap news)
    {
        var known = All.Select(setting => setting.Name).ToList();
        foreach (var (name, value) in news.Where(item => !EngineOwn.Contains(item.Key)))
        {
            if (!known.Contains(name))
            {
                yield return new(name, $"{name} is not a property of this provider; there are {string.Join(", ", known)}.{Nearest.Hint(name, known)}");
            }
            else if (value.Bare() is not V.Unknown and not V.Null and not V.Text)
            {
                yield return new(name, $"{name} must be a text.");
            }
            else if (name == ApiKey && value.Bare() is V.Text(var key) && RefuseKey(key) is { } reason)
            {
                yield return new(name, reason);
            }
            else if (name == Target && value.Bare() is V.Text(var target) && RefuseTarget(target) is { } why)
            {
                yield return new(name, why);
            }
            else if (name == Endpoint && value.Bare() is V.Text(var text) && !TryReadEndpoint(text, out _))
            {
                yield return new(
                    name, $"endpoint is \"{text}\", but must be an http or https address such as {DefaultEndpoint}.");
            }
        }
    }

    /// <summary>Why no header can carry that key, without showing it; null when one can.</summary>
    public static string? RefuseKey(string key) => key.All(letter => letter is > ' ' and <= '~')
        ? null
        : "apiKey holds a blank, a line break or a letter beyond ASCII, which no key has: copy it again, without what stands around it.";

    public static string? RefuseTarget(string target) => Targets.Contains(target)
        ? null
        : $"target is \"{target}\", but must be one of {string.Join(", ", Targets)}.{Nearest.Hint(target, Targets)}";

    /// <param name="given">What was configured, once it is allowed; null when nothing was.</param>
    public static Target TargetOf(string? given, Uri endpoint) =>
        (given ?? (endpoint.IdnHost == FastlyHost ? FastlyTarget : RuntimeTarget)) == FastlyTarget ? Model.Target.Fastly : Model.Target.Runtime;

    public static bool TryReadEndpoint(string text, out Uri endpoint) =>
        Uri.TryCreate(text, UriKind.Absolute, out endpoint!) && endpoint.Scheme is "http" or "https"
            && endpoint is { Query: "", UserInfo: "" };
}
