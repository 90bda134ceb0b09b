using EdgeInfra.Edge.Proxy;
using EdgeInfra.Edge.Proxy.Origins;
using EdgeInfra.Edge.Proxy.Traffic;
using EdgeInfra.Model;

namespace Unit.Edge.Proxy;

/// <summary>Origins nobody connects to, in the state of health a test wants.</summary>
internal static class Origins
{
    /// <summary>Its probes are never started, so its health stays what is assumed at first.</summary>
    public static LiveOrigin Live(string name, bool healthy = true) => With(name, Prober(Probe with { Initial = healthy ? 1 : 0 }));

    public static LiveOrigin With(string name, Prober prober) =>
        new(EdgeUnderTest.Config(EdgeUnderTest.Version(new Backend { Name = name, Address = "192.0.2.1" })).Services[0].Origins[0], null!, prober);

    public static HealthProbe Probe { get; } =
        new("GET", "h", "/", "1.1", [], 200, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), 1, 1, 1);

    public static Prober Prober(
        HealthProbe probe, string address = "192.0.2.1", int port = 80, TimeProvider? time = null, NameResolver? names = null, Action<string>? log = null)
    {
        time ??= TimeProvider.System;
        var backend = new Backend { Name = "origin", Address = address, Port = port };
        var identity = EdgeUnderTest.Config(EdgeUnderTest.Version(backend)).Services[0].Origins[0].Identity;
        return new(identity, probe, names ?? NameResolver.OfTheSystem(time), new(true, new NoJitter()), time, log ?? (_ => { }));
    }

    /// <summary>A service of these backends and directors, all of them healthy.</summary>
    public static LiveService Service(ServiceVersion version) =>
        new(Compiler.Compile(version), origin => new(origin, null!, null), new ServiceTraffic("svc"));
}
