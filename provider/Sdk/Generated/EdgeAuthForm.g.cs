// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>What the header holds.</summary>
[EnumType]
public readonly struct EdgeAuthForm : IEquatable<EdgeAuthForm>
{
    private readonly string _value;

    private EdgeAuthForm(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The secret itself.</summary>
    public static EdgeAuthForm Secret { get; } = new EdgeAuthForm("secret");

    /// <summary>Time,place and an HMAC-SHA256 of them, so that it cannot be used for long.</summary>
    public static EdgeAuthForm Hmac { get; } = new EdgeAuthForm("hmac");

    public static bool operator ==(EdgeAuthForm left, EdgeAuthForm right) => left.Equals(right);

    public static bool operator !=(EdgeAuthForm left, EdgeAuthForm right) => !left.Equals(right);

    public static explicit operator string(EdgeAuthForm value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is EdgeAuthForm other && Equals(other);

    /// <inheritdoc />
    public bool Equals(EdgeAuthForm other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
