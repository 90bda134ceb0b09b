using System.Collections.Immutable;

namespace EdgeInfra.Protocol;

/// <summary>A value in Pulumi's words: what a program declares, an engine plans with and a provider answers.</summary>
/// <remarks>
/// Closed: a switch over the cases below covers every value there is. Values compare by content. Numbers are IEEE
/// doubles, as on the wire: whole numbers beyond 2^53 are not exact.
/// </remarks>
public abstract record PropertyValue
{
    private PropertyValue()
    {
    }

    public static PropertyValue None { get; } = new Null();

    /// <summary>The value below any secret and output wrapper; Unknown for an output without a value.</summary>
    public PropertyValue Bare() => this switch
    {
        Secret secret => secret.Inner.Bare(),
        Output output => output.Value?.Bare() ?? Unknown.Instance,
        _ => this,
    };

    /// <summary>Whether it is not known yet, or something within it is not.</summary>
    public bool HasUnknown() => this switch
    {
        Unknown => true,
        Secret secret => secret.Inner.HasUnknown(),
        Output output => output.Value is null || output.Value.HasUnknown(),
        List list => list.Items.Any(item => item.HasUnknown()),
        Map map => map.Items.HasUnknown(),
        _ => false,
    };

    /// <summary>Whether it is secret, or something within it is.</summary>
    public bool HasSecret() => this switch
    {
        Secret => true,
        Output output => output.IsSecret || output.Value?.HasSecret() == true,
        List list => list.Items.Any(item => item.HasSecret()),
        Map map => map.Items.Values.Any(item => item.HasSecret()),
        _ => false,
    };

    /// <summary>The same without dependencies: outputs as what they hold, a plain value, an unknown or a secret.</summary>
    public PropertyValue WithoutOutputs() => this switch
    {
        Output { IsSecret: true } output => new Secret((output.Value ?? Unknown.Instance).WithoutOutputs()),
        Output output => (output.Value ?? Unknown.Instance).WithoutOutputs(),
        Secret secret => new Secret(secret.Inner.WithoutOutputs()),
        List list => new List(list.Items.Select(item => item.WithoutOutputs())),
        Map map => map.Items.WithoutOutputs(),
        _ => this,
    };

    public static implicit operator PropertyValue(string value) => new Text(value);

    public static implicit operator PropertyValue(double value) => new Number(value);

    public static implicit operator PropertyValue(bool value) => new Bool(value);

    public static implicit operator PropertyValue(PropertyMap value) => new Map(value);

    public sealed record Null : PropertyValue;

    public sealed record Bool(bool Value) : PropertyValue;

    public sealed record Number(double Value) : PropertyValue;

    public sealed record Text(string Value) : PropertyValue;

    /// <summary>An ordered list.</summary>
    public sealed record List(ImmutableArray<PropertyValue> Items) : PropertyValue
    {
        public List(params IEnumerable<PropertyValue> items)
            : this(items.ToImmutableArray())
        {
        }

        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode() => Items.Aggregate(Items.Length, HashCode.Combine);

        public override string ToString() => "[" + string.Join(", ", Items) + "]";
    }

    public sealed record Map(PropertyMap Items) : PropertyValue;

    /// <summary>Known only after something else has been created; seen in previews.</summary>
    public sealed record Unknown : PropertyValue
    {
        public static Unknown Instance { get; } = new();
    }

    /// <summary>A value that may be used but not shown.</summary>
    public sealed record Secret(PropertyValue Inner) : PropertyValue
    {
        public override string ToString() => Scrubber.Mark;
    }

    /// <summary>A file's content: one of text, path and URI, or none of them when only the hash was kept.</summary>
    public sealed record Asset(string? Hash = null, string? Content = null, string? Path = null, string? Uri = null) : PropertyValue;

    /// <summary>A folder's content: named parts, a path or a URI, or none of them when only the hash was kept.</summary>
    public sealed record Archive(string? Hash = null, PropertyMap? Parts = null, string? Path = null, string? Uri = null)
        : PropertyValue;

    /// <summary>A resource passed as a value; <paramref name="Id"/> is null for components, Unknown before creation.</summary>
    public sealed record ResourceReference(string Urn, PropertyValue? Id, string PackageVersion = "") : PropertyValue;

    /// <summary>A value with its dependencies; no value means not known yet.</summary>
    public sealed record Output(PropertyValue? Value, bool IsSecret, ImmutableArray<string> Dependencies) : PropertyValue
    {
        public bool Equals(Output? other) => other is not null && Equals(Value, other.Value) && IsSecret == other.IsSecret
            && Dependencies.AsSpan().SequenceEqual(other.Dependencies.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Value, IsSecret, Dependencies.Length);

        public override string ToString() => IsSecret ? Scrubber.Mark : $"Output {{ {Value} }}";
    }
}
