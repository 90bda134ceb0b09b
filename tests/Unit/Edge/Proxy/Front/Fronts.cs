using EdgeInfra.Edge.Proxy.Front;

namespace Unit.Edge.Proxy;

/// <summary>The fronts that serve HTTP/1.1 without TLS. What a client may notice must be the same with both, but for what is said here.</summary>
public static class Fronts
{
    /// <summary>The one that tests run against which don't say; EDGEINFRA_FRONT=kestrel makes it the other one.</summary>
    internal static FrontKind Usual { get; } =
        Environment.GetEnvironmentVariable("EDGEINFRA_FRONT") is { } name ? Enum.Parse<FrontKind>(name, ignoreCase: true) : FrontKind.Sockets;

    public static TheoryData<string> All => [.. Enum.GetNames<FrontKind>()];

    /// <summary>Each of them with each of these.</summary>
    public static TheoryData<string, string> With(IEnumerable<string> others)
    {
        var data = new TheoryData<string, string>();
        foreach (var other in others)
        {
            foreach (var front in Enum.GetNames<FrontKind>())
            {
                data.Add(front, other);
            }
        }

        return data;
    }

    internal static FrontKind Of(string name) => Enum.Parse<FrontKind>(name);
}
