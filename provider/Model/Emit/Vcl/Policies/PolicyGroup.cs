namespace EdgeInfra.Model;

/// <summary>
/// Backends that share one policy and one Host, so that one piece of VCL serves them all. A director belongs to it when all of its
/// members do: which of them a request gets is decided too late for VCL to see.
/// </summary>
/// <param name="Key">Tells the groups apart, in the steps that a request remembers and in the names of credentials.</param>
/// <param name="Host">The Host that the backends get whatever the request has; null for the request's own.</param>
/// <param name="Members">Symbols of its backends.</param>
internal sealed record PolicyGroup(string Key, string Backend, OriginPolicy Policy, string? Host, ValueList<string> Members)
{
    public ValueList<string> Directors { get; init; } = [];

    public static List<PolicyGroup> Of(ServiceVersion version)
    {
        var symbols = new FastlySymbols(version);
        var directors = DirectorsOf(version, symbols);
        return version.Backends.Where(backend => backend.Policy is not null).GroupBy(Sameness).Select(same => new PolicyGroup(
            VclName.For(same.First().Name), same.First().Name, same.Key.Policy!, same.Key.Host,
            same.Select(backend => VclName.For(backend.Name)).ToValueList())
            {
                Directors = directors.Where(one => one.Members.All(member => Sameness(member) == same.Key)).Select(one => one.Symbol).ToValueList(),
            }).ToList();
    }

    /// <summary>Names of directors whose members do not all have one policy and one Host, although some have a policy.</summary>
    public static IEnumerable<string> Mixed(ServiceVersion version) => DirectorsOf(version, new FastlySymbols(version))
        .Where(one => one.Members.Any(member => member.Policy is not null) && one.Members.Select(Sameness).Distinct().Count() > 1)
        .Select(one => one.Name);

    private static List<(string Name, string Symbol, List<Backend> Members)> DirectorsOf(ServiceVersion version, FastlySymbols symbols)
    {
        var assigned = Assignments.Of(version);
        var named = version.Directors.Where(director => symbols.OfDirector(director.Name) is not null)
            .Select(director => (director.Name, symbols.OfDirector(director.Name)!, FastlySymbols.MembersOf(director, version).ToList()));
        return assigned.IsBalanced ? [("", FastlySymbols.Balanced, assigned.Default.ToList()), .. named] : [.. named];
    }

    private static (OriginPolicy? Policy, string? Host) Sameness(Backend backend) => (backend.Policy, backend.OverrideHost);

    /// <summary>Whether the bucket's own words are kept from both sides: clients neither send nor get them.</summary>
    public bool IsStore => Policy.Store is not null || Policy.Signing is not null;

    /// <summary>Whether paths are keys of objects, which have one spelling and no way out of the bucket; an application's are its own business.</summary>
    public bool IsBucket => IsStore || Policy.PathPrefix is { Length: > 0 };

    public string Step(string name) => $"{Key} {name}";

    /// <summary>True when it is the turn of these backends. Towards a shield, <c>req.backend</c> is the shield.</summary>
    public string Chosen => PolicyTests.Or(Members.Concat(Directors).Select(target => $"req.backend == {target}"));

    /// <summary>The same, said where VCL can say it outright.</summary>
    public string OnLastHop => $"{Chosen} && req.backend.is_origin";
}
