namespace EdgeInfra.Model;

/// <summary>
/// A boolean VCL expression other objects name. For backends a larger priority wins: the generated VCL assigns in
/// ascending order.
/// </summary>
public sealed record Condition : INamed
{
    public static FieldTable<Condition> Fields { get; } = new(
        ObjectKind.Condition, "condition", "conditions", numbersAsText: true);

    [Field("Name of the condition, unique within the version.", Format = TextFormat.Name, Replaces = true)]
    public required string Name { get; init; }

    [Field("When the expression is evaluated. Cannot be changed in place.", Replaces = true)]
    [Choice("REQUEST", "when a request comes in; may look at req.*")]
    [Choice("CACHE", "when an origin has answered; may look at beresp.*")]
    [Choice("RESPONSE", "before the answer is delivered; may look at resp.*")]
    [Choice("PREFETCH", "before an origin is asked; may look at bereq.*")]
    public required string Type { get; init; }

    [Field("The expression, for example req.url.path ~ \"^/api/\".", Format = TextFormat.Free)]
    public required string Statement { get; init; }

    [Field("Order of evaluation, smallest first; of several satisfied conditions for backends the last one decides. Default of Fastly's API.")]
    public int Priority { get; init; } = 100;

    [Field("What the condition is for; for people only.", Format = TextFormat.Free)]
    public string Comment { get; init; } = "";
}
