namespace EdgeInfra.Model;

/// <summary>
/// How a request finds its origin, as Fastly's generated VCL does: the default is assigned first, then every satisfied
/// condition assigns, so the last one wins.
/// </summary>
/// <param name="Default">The origins for requests that satisfy no condition; several share by weight. Never empty.</param>
/// <param name="Conditional">In the order of assignment: by ascending priority, then as declared.</param>
public sealed record BackendChoice(ValueList<WeightedOrigin> Default, ValueList<ConditionalOrigin> Conditional)
{
    /// <summary>
    /// The origins among which weight and health decide. A single one is used, or answered 503 for, even if it is sick.
    /// </summary>
    public ValueList<WeightedOrigin> For(IRequestView request)
    {
        // From the end: the first that holds is the one that would be assigned last.
        for (var i = Conditional.Count - 1; i >= 0; i--)
        {
            if (Conditional[i].When.Holds(request))
            {
                return Conditional[i].Origins;
            }
        }

        return Default;
    }
}
