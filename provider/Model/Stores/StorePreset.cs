namespace EdgeInfra.Model;

/// <summary>
/// Makes a backend, its policy and its healthcheck of what a user says of a bucket. Pure: nothing is asked of the store, so a bucket that is
/// not there is found by the healthcheck only.
/// </summary>
public static class StorePreset
{
    /// <param name="kind">A kind of <see cref="Stores.Kinds"/>.</param>
    /// <param name="given">What the user says.</param>
    /// <param name="target">Fastly's healthchecks know one expected status only.</param>
    public static StoreExpansion Expand(string kind, StoreArguments given, Target target = Target.Runtime)
    {
        if (Stores.Find(kind, given.Mode) is not { } store)
        {
            return Refused([Unknown(kind, given.Mode)]);
        }

        given = Settled(store, given);
        var failures = StoreRules.Of(store, given).ToList();
        var place = failures.Count > 0 ? null : StorePlace.Of(store, given, out var failure) is var found && failure is null ? found : Add(failures, failure!);
        if (place is null)
        {
            return Refused(failures);
        }

        var backend = BackendOf(store, given, place);
        var healthcheck = HealthcheckOf(store, given, place, target);
        failures.AddRange(
            from problem in RecordRules.Check(Backend.Fields, backend, target).Concat(RecordRules.Check(Model.Healthcheck.Fields, healthcheck, target))
            where problem.Severity == Severity.Error
            select new Failure(PolicyArguments.NameOf(problem.Path), problem.Message));
        return failures.Count > 0 ? Refused(failures) : new(backend, healthcheck, [], StoreRules.Warnings(store, given).ToValueList());
    }

    private static Backend BackendOf(Store store, StoreArguments given, StorePlace place) => new()
    {
        Name = given.Name,
        Address = place.Address,
        Port = place.Port,
        UseSsl = place.UseTls,
        OverrideHost = place.HostHeader,
        SslCertHostname = place.UseTls ? place.Host : null,
        SslSniHostname = place.UseTls && !HostNames.IsIp(place.Host) ? place.Host : null,
        ConnectTimeout = store.ConnectTimeout,
        FirstByteTimeout = store.FirstByteTimeout,
        Healthcheck = given.Name,
        Policy = PolicyArguments.Policy(store, given, place.Prefix),
    };

    // Not signed: what it expects of a private bucket proves that name, certificate and service work, and costs no rights.
    private static Healthcheck HealthcheckOf(Store store, StoreArguments given, StorePlace place, Target target)
    {
        var statuses = given.HealthPath is not null ? [200]
            : given.Credentials is not null ? store.HealthPrivate
            : given.Listable ? store.HealthPublic.OrderBy(status => status != 200).ToValueList()
            : store.HealthPublic;
        return new()
        {
            Name = given.Name,
            Host = place.HostHeader,
            Path = Top(place.Prefix, given.HealthPath, store),
            ExpectedResponse = statuses[0],
            ExpectedResponses = target == Target.Fastly ? [] : statuses.Skip(1).Select(status => $"{status}").ToValueList(),
            CheckInterval = 15_000,
            Timeout = 5_000,
        };
    }

    // In path style the top of the host belongs to the service, so the bucket's is asked.
    private static string Top(string prefix, string? path, Store store) =>
        path is not null && WirePath.TryRead(path, out var spelled, out _) ? prefix + spelled
        : !store.HoldsObjects ? "/"
        : prefix + "/";

    private static StoreArguments Settled(Store store, StoreArguments given) => given with
    {
        Mode = string.IsNullOrEmpty(given.Mode) ? null : given.Mode,
        CustomDomain = string.IsNullOrEmpty(given.CustomDomain) ? null : given.CustomDomain,
        Endpoint = string.IsNullOrEmpty(given.Endpoint) ? null : given.Endpoint,
        Region = store.Kind == "oss" && given.Region?.StartsWith("oss-", StringComparison.Ordinal) == true ? given.Region[4..]
            : store.Kind == "compatible" && string.IsNullOrEmpty(given.Region) ? "us-east-1"
            : given.Region,
    };

    private static Failure Unknown(string kind, string? mode) =>
        !Stores.Kinds.Contains(kind)
            ? new("store", $"is \"{kind}\", but must be one of {string.Join(", ", Stores.Kinds)}.{Nearest.Hint(kind, Stores.Kinds)}")
            : Stores.All.Where(store => store.Kind == kind && store.Mode is not null).Select(store => store.Mode!).ToList() is { Count: > 0 } modes
            ? new("mode", $"is \"{mode}\", but must be one of {string.Join(", ", modes)}.{Nearest.Hint(mode!, modes)}")
            : new("mode", $"is \"{mode}\", but this store has only one: leave it unset.");

    private static StorePlace? Add(List<Failure> failures, Failure failure)
    {
        failures.Add(failure);
        return null;
    }

    private static StoreExpansion Refused(IEnumerable<Failure> failures) => new(null, null, failures.ToValueList(), []);
}
