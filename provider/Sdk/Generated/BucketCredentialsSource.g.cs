// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>Where the credentials come from.</summary>
[EnumType]
public readonly struct BucketCredentialsSource : IEquatable<BucketCredentialsSource>
{
    private readonly string _value;

    private BucketCredentialsSource(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>From accessKey, secretKey and token.</summary>
    public static BucketCredentialsSource Given { get; } = new BucketCredentialsSource("given");

    /// <summary>From environment variables of the edge.</summary>
    public static BucketCredentialsSource Environment { get; } = new BucketCredentialsSource("environment");

    /// <summary>From a file on the edge, read again when it changes.</summary>
    public static BucketCredentialsSource File { get; } = new BucketCredentialsSource("file");

    /// <summary>From the metadata service of the machine or container the edge runs on.</summary>
    public static BucketCredentialsSource Metadata { get; } = new BucketCredentialsSource("metadata");

    public static bool operator ==(BucketCredentialsSource left, BucketCredentialsSource right) => left.Equals(right);

    public static bool operator !=(BucketCredentialsSource left, BucketCredentialsSource right) => !left.Equals(right);

    public static explicit operator string(BucketCredentialsSource value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is BucketCredentialsSource other && Equals(other);

    /// <inheritdoc />
    public bool Equals(BucketCredentialsSource other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
