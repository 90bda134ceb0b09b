// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>Whether changes go live.</summary>
[EnumType]
public readonly struct ActivateMode : IEquatable<ActivateMode>
{
    private readonly string _value;

    private ActivateMode(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Every change goes live at once.</summary>
    public static ActivateMode Always { get; } = new ActivateMode("always");

    /// <summary>Changes go to staging, beside the version that is live.</summary>
    public static ActivateMode StageOnly { get; } = new ActivateMode("stageOnly");

    /// <summary>Changes are written into a draft, for someone else to activate.</summary>
    public static ActivateMode Never { get; } = new ActivateMode("never");

    public static bool operator ==(ActivateMode left, ActivateMode right) => left.Equals(right);

    public static bool operator !=(ActivateMode left, ActivateMode right) => !left.Equals(right);

    public static explicit operator string(ActivateMode value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ActivateMode other && Equals(other);

    /// <inheritdoc />
    public bool Equals(ActivateMode other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
