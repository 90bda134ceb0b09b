// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>Kind of store whose error bodies are read, to tell what is missing from what is set up wrongly; unset, only statuses count.</summary>
[EnumType]
public readonly struct OriginPolicyStore : IEquatable<OriginPolicyStore>
{
    private readonly string _value;

    private OriginPolicyStore(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Amazon S3 and stores that speak its language.</summary>
    public static OriginPolicyStore S3 { get; } = new OriginPolicyStore("s3");

    /// <summary>Google Cloud Storage.</summary>
    public static OriginPolicyStore Gcs { get; } = new OriginPolicyStore("gcs");

    /// <summary>Azure Blob Storage.</summary>
    public static OriginPolicyStore Azure { get; } = new OriginPolicyStore("azure");

    /// <summary>Backblaze B2's own API.</summary>
    public static OriginPolicyStore B2 { get; } = new OriginPolicyStore("b2");

    /// <summary>Alibaba Cloud OSS.</summary>
    public static OriginPolicyStore Oss { get; } = new OriginPolicyStore("oss");

    public static bool operator ==(OriginPolicyStore left, OriginPolicyStore right) => left.Equals(right);

    public static bool operator !=(OriginPolicyStore left, OriginPolicyStore right) => !left.Equals(right);

    public static explicit operator string(OriginPolicyStore value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is OriginPolicyStore other && Equals(other);

    /// <inheritdoc />
    public bool Equals(OriginPolicyStore other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
