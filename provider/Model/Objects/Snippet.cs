namespace EdgeInfra.Model;

/// <summary>
/// A piece of VCL for one place of the generated program. The content of a dynamic one does not belong to the version
/// and is null here.
/// </summary>
public sealed record Snippet : INamed
{
    public static FieldTable<Snippet> Fields { get; } =
        new(ObjectKind.Snippet, "snippet", "snippets", numbersAsText: true) { HasId = true };

    [Field("Name of the snippet, unique within the version.")]
    public required string Name { get; init; }

    [Field("Where the snippet goes.")]
    [Choice("init", "outside of every subroutine")]
    [Choice("recv", "when a request comes in")]
    [Choice("hash", "when the cache key is made")]
    [Choice("hit", "when the cache has the object")]
    [Choice("miss", "when the cache does not have it")]
    [Choice("pass", "when the cache is not asked")]
    [Choice("fetch", "when the origin has answered")]
    [Choice("error", "when an answer is made up")]
    [Choice("deliver", "before the answer is delivered")]
    [Choice("log", "after the answer was delivered")]
    [Choice("none", "nowhere, until other VCL includes it")]
    public required string Type { get; init; }

    [Field("The VCL. That of a dynamic snippet belongs to no version: unset, it is left as it is.", Format = TextFormat.Free)]
    public string? Content { get; init; }

    [Field("Order among the snippets of the same place, smallest first.")]
    public int Priority { get; init; } = 100;

    [Field("Whether the content changes without a new version.", Replaces = true)]
    public bool Dynamic { get; init; }
}
