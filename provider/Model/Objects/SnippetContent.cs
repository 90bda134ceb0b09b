namespace EdgeInfra.Model;

/// <summary>The VCL of a dynamic <see cref="Snippet"/>, the same for all versions.</summary>
public sealed record SnippetContent : INamed
{
    public static FieldTable<SnippetContent> Fields { get; } = new(ObjectKind.SnippetContent, "content", "contents");

    [Field("The VCL.", Format = TextFormat.Free)]
    public string Content { get; init; } = "";

    public string Name => "content";
}
