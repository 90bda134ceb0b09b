namespace EdgeInfra.Model;

/// <summary>A director, compiled. Requests only get to it by its name: see <see cref="ChoiceNames"/>.</summary>
/// <param name="Quorum">Percent of the members' weight that must be healthy, or none is used; 0 is satisfied by one healthy member.</param>
/// <param name="Retries">How many other members may be tried after one that could not be reached.</param>
public sealed record OriginGroup(string Name, GroupKind Kind, int Quorum, int Retries, ValueList<WeightedOrigin> Members);
