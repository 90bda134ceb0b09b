// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>Newest TLS version to accept.</summary>
[EnumType]
public readonly struct TlsVersion : IEquatable<TlsVersion>
{
    private readonly string _value;

    private TlsVersion(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>TLS 1.0.</summary>
    public static TlsVersion Tls10 { get; } = new TlsVersion("1.0");

    /// <summary>TLS 1.1.</summary>
    public static TlsVersion Tls11 { get; } = new TlsVersion("1.1");

    /// <summary>TLS 1.2.</summary>
    public static TlsVersion Tls12 { get; } = new TlsVersion("1.2");

    /// <summary>TLS 1.3.</summary>
    public static TlsVersion Tls13 { get; } = new TlsVersion("1.3");

    public static bool operator ==(TlsVersion left, TlsVersion right) => left.Equals(right);

    public static bool operator !=(TlsVersion left, TlsVersion right) => !left.Equals(right);

    public static explicit operator string(TlsVersion value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TlsVersion other && Equals(other);

    /// <inheritdoc />
    public bool Equals(TlsVersion other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
