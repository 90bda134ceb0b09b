// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>What is done.</summary>
[EnumType]
public readonly struct HeaderAction : IEquatable<HeaderAction>
{
    private readonly string _value;

    private HeaderAction(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Replaces the header.</summary>
    public static HeaderAction Set { get; } = new HeaderAction("set");

    /// <summary>Adds to the header.</summary>
    public static HeaderAction Append { get; } = new HeaderAction("append");

    /// <summary>Removes the header.</summary>
    public static HeaderAction Delete { get; } = new HeaderAction("delete");

    /// <summary>Replaces the first match of regex.</summary>
    public static HeaderAction Regex { get; } = new HeaderAction("regex");

    /// <summary>Replaces every match of regex.</summary>
    public static HeaderAction RegexRepeat { get; } = new HeaderAction("regex_repeat");

    public static bool operator ==(HeaderAction left, HeaderAction right) => left.Equals(right);

    public static bool operator !=(HeaderAction left, HeaderAction right) => !left.Equals(right);

    public static explicit operator string(HeaderAction value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is HeaderAction other && Equals(other);

    /// <inheritdoc />
    public bool Equals(HeaderAction other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
