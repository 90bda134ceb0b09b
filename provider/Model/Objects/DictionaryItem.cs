namespace EdgeInfra.Model;

/// <summary>One text of an <see cref="EdgeDictionary"/>, found by its key; keys are compared exactly.</summary>
public sealed record DictionaryItem : INamed
{
    /// <summary>What Fastly allows, in characters.</summary>
    public const int MaxKey = 256, MaxValue = 8_000;

    public static FieldTable<DictionaryItem> Fields { get; } = new(ObjectKind.DictionaryItem, "item", "items");

    [Field("What the item is found by.", MaxLength = MaxKey)]
    public required string ItemKey { get; init; }

    [Field("What is found.", Format = TextFormat.Free, MaxLength = MaxValue)]
    public string ItemValue { get; init; } = "";

    public string Name => ItemKey;

    /// <summary>The key only: the value may be secret.</summary>
    public override string ToString() => $"dictionary item \"{ItemKey}\"";
}
