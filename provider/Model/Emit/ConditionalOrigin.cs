namespace EdgeInfra.Model;

/// <summary>
/// The origin for requests that satisfy a condition. The expression compares by its text, so equal routes decide
/// alike where tables and ACLs hold the same.
/// </summary>
/// <param name="Origins">A list of the one origin, ready to be handed out.</param>
public sealed record ConditionalOrigin(
    string Condition, int Priority, ConditionExpression When, ValueList<WeightedOrigin> Origins);
