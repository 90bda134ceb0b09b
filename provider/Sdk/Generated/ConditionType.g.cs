// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>When the expression is evaluated. Cannot be changed in place.</summary>
[EnumType]
public readonly struct ConditionType : IEquatable<ConditionType>
{
    private readonly string _value;

    private ConditionType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>When a request comes in; may look at req.*.</summary>
    public static ConditionType Request { get; } = new ConditionType("REQUEST");

    /// <summary>When an origin has answered; may look at beresp.*.</summary>
    public static ConditionType Cache { get; } = new ConditionType("CACHE");

    /// <summary>Before the answer is delivered; may look at resp.*.</summary>
    public static ConditionType Response { get; } = new ConditionType("RESPONSE");

    /// <summary>Before an origin is asked; may look at bereq.*.</summary>
    public static ConditionType Prefetch { get; } = new ConditionType("PREFETCH");

    public static bool operator ==(ConditionType left, ConditionType right) => left.Equals(right);

    public static bool operator !=(ConditionType left, ConditionType right) => !left.Equals(right);

    public static explicit operator string(ConditionType value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ConditionType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(ConditionType other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
