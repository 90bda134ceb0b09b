using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Shields that the edge of this control plane cannot send requests to. They are no mistake of the version: elsewhere they may be known.</summary>
internal static class ShieldProblems
{
    // Names that are set, so they are not null.
    public static IEnumerable<Problem> Of(ServiceVersion version, IReadOnlyList<string> places) =>
    [
        .. from backend in version.Backends
           where !string.IsNullOrEmpty(backend.Shield) && !places.Contains(backend.Shield)
           select Problems.ShieldUnknown(Backend.Fields, backend.Name, backend.Shield!, places),
        .. from director in version.Directors
           where !string.IsNullOrEmpty(director.Shield) && !places.Contains(director.Shield)
           select Problems.ShieldUnknown(Director.Fields, director.Name, director.Shield!, places),
    ];
}
