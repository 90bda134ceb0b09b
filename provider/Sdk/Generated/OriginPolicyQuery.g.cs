// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>What of the client's query the origin gets.</summary>
[EnumType]
public readonly struct OriginPolicyQuery : IEquatable<OriginPolicyQuery>
{
    private readonly string _value;

    private OriginPolicyQuery(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>All of it.</summary>
    public static OriginPolicyQuery Pass { get; } = new OriginPolicyQuery("pass");

    /// <summary>Nothing, but queryParameters.</summary>
    public static OriginPolicyQuery Drop { get; } = new OriginPolicyQuery("drop");

    public static bool operator ==(OriginPolicyQuery left, OriginPolicyQuery right) => left.Equals(right);

    public static bool operator !=(OriginPolicyQuery left, OriginPolicyQuery right) => !left.Equals(right);

    public static explicit operator string(OriginPolicyQuery value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is OriginPolicyQuery other && Equals(other);

    /// <inheritdoc />
    public bool Equals(OriginPolicyQuery other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
