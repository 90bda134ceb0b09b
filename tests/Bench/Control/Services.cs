using System.Globalization;
using EdgeInfra.Edge.Control;
using EdgeInfra.Model;

namespace Bench.Control;

/// <summary>Services as people have them: a live version and a draft, each with domains, backends and a condition of its own.</summary>
internal static class Services
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Without healthchecks: probes run without requests, so a service that has one is never quite idle.</summary>
    public static ServiceState Ordinary(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"shop-{number}");
        var live = new VersionState(1, Noon, Noon)
        {
            Locked = Noon,
            Objects =
            [
                Stored(ObjectKind.Domain, new Domain { Name = $"www.{name}.example.com" }),
                Stored(ObjectKind.Domain, new Domain { Name = $"{name}.example.com" }),
                Stored(ObjectKind.Condition, new Condition { Name = "api", Type = "REQUEST", Statement = $"req.url.path ~ \"^/{name}/\"" }),
                Stored(ObjectKind.Backend, new Backend { Name = "site", Address = "192.0.2.1", Port = 8080, UseSsl = false }),
                Stored(ObjectKind.Backend, new Backend { Name = "api", Address = "192.0.2.2", Port = 8080, UseSsl = false, RequestCondition = "api" }),
            ],
        };
        return new(ServiceId.New(), new Service { Name = name }, Noon, Noon) { Versions = [live, live with { Number = 2, Locked = null }], Active = 1 };
    }

    public static ServiceState Large(int backends) => new(ServiceId.New(), new Service { Name = "large" }, Noon, Noon)
    {
        Versions =
        [
            new VersionState(1, Noon, Noon)
            {
                Objects =
                [
                    Stored(ObjectKind.Domain, new Domain { Name = "large.example.com" }),
                    Stored(ObjectKind.Healthcheck, new Healthcheck { Name = "alive", Host = "large.example.com", Path = "/up" }),
                    .. Enumerable.Range(0, backends).SelectMany(Conditioned),
                ],
            },
        ],
    };

    private static IEnumerable<StoredObject> Conditioned(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"b{number}");
        yield return Stored(ObjectKind.Condition, new Condition { Name = name, Type = "REQUEST", Statement = $"req.url.path ~ \"^/{name}/\"" });
        yield return Stored(ObjectKind.Backend, new Backend { Name = name, Address = "192.0.2.1", Port = 8080, UseSsl = false, Healthcheck = "alive", RequestCondition = name });
    }

    private static StoredObject Stored(ObjectKind kind, INamed record) => new(kind, record, Noon, Noon);
}
