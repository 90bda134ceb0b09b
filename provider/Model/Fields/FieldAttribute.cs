namespace EdgeInfra.Model;

/// <summary>
/// Makes a property part of the model: documented, checked, diffed and sent. A property without it does none of that.
/// </summary>
/// <remarks>
/// Type, nullability, <c>required</c> and default are read from the C# property; only what C# cannot say stands here.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string description) : Attribute
{
    public string Description { get; } = description;
    public int Min { get; init; } = int.MinValue;
    public int Max { get; init; } = int.MaxValue;

    /// <summary>What one step of a number means: <c>ms</c>, <c>s</c>.</summary>
    public string? Unit { get; init; }
    public TextFormat Format { get; init; }
    public bool Secret { get; init; }

    /// <summary>A change cannot be made in place: the object is deleted and made anew.</summary>
    public bool Replaces { get; init; }

    /// <summary>The kind of object this field names, within the same version.</summary>
    public ObjectKind Reference { get; init; }

    /// <summary>The control API's own default, where declarations have a better one.</summary>
    public object? ApiDefault { get; init; }

    /// <summary>Where the default comes from when it is derived from other fields, in words.</summary>
    public string? DefaultFrom { get; init; }

    /// <summary>Stack name of the field this one follows: it is unknown with it, and sent along whenever that changes.</summary>
    public string? Follows { get; init; }

    /// <summary>Left out of the control API's answers while unset, where other unset fields are answered with null.</summary>
    public bool Sparse { get; init; }

    /// <summary>Known to the bundled runtime only: Fastly's API has no such field, so a version that sets it cannot mean the same there.</summary>
    public bool Extension { get; init; }

    /// <summary>Of an <see cref="Extension"/>: VCL can say it, so that a version which sets it can be sent to Fastly as snippets.</summary>
    public bool AsVcl { get; init; }

    /// <summary>Name in the control API, where it does not follow from the property's.</summary>
    public string? WireName { get; init; }

    /// <summary>How many characters a text may have.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>Other wire names that set this field when its own name is not given.</summary>
    public string[] WireAliases { get; init; } = [];
}
