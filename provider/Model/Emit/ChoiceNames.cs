namespace EdgeInfra.Model;

/// <summary>
/// The names under which a rule may send a request to a backend or a director: as declared, and as in VCL. Where one name means
/// both, it means the backend.
/// </summary>
public static class ChoiceNames
{
    public static IEnumerable<string> OfBackend(string name) => [name, VclName.For(name)];

    public static IEnumerable<string> OfDirector(string name) => [name, VclName.Normalised(name)];

    public static IReadOnlySet<string> Of(ServiceVersion version) =>
        version.Backends.SelectMany(backend => OfBackend(backend.Name))
            .Concat(version.Directors.SelectMany(director => OfDirector(director.Name)))
            .ToHashSet(StringComparer.Ordinal);
}
