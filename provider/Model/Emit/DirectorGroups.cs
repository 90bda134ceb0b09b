namespace EdgeInfra.Model;

/// <summary>The directors of a version as the proxy uses them. A backend that is named twice is one member.</summary>
internal static class DirectorGroups
{
    public static ValueList<OriginGroup> Of(ServiceVersion version, IReadOnlyList<Origin> origins)
    {
        var shares = version.Backends.Zip(origins, (backend, origin) => new WeightedOrigin(origin, backend.Weight))
            .ToDictionary(share => share.Origin.Name, StringComparer.Ordinal);
        return version.Directors.Select(director => new OriginGroup(
            director.Name,
            KindOf(director),
            director.Quorum,
            director.Retries,
            director.Backends.Distinct(StringComparer.Ordinal).Select(name => Within(director, shares[name])).ToValueList()))
            .ToValueList();
    }

    // A director's shield stands before all of its members.
    private static WeightedOrigin Within(Director director, WeightedOrigin share) => string.IsNullOrEmpty(director.Shield)
        ? share
        : share with { Origin = share.Origin with { Shield = director.Shield } };

    private static GroupKind KindOf(Director director) => director.Type switch
    {
        3 => GroupKind.ByObject,
        4 => GroupKind.ByClient,
        _ => GroupKind.Random,
    };
}
