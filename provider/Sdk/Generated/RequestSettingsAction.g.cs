// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>Whether the cache is asked.</summary>
[EnumType]
public readonly struct RequestSettingsAction : IEquatable<RequestSettingsAction>
{
    private readonly string _value;

    private RequestSettingsAction(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The cache is asked.</summary>
    public static RequestSettingsAction Lookup { get; } = new RequestSettingsAction("lookup");

    /// <summary>The cache is not asked.</summary>
    public static RequestSettingsAction Pass { get; } = new RequestSettingsAction("pass");

    public static bool operator ==(RequestSettingsAction left, RequestSettingsAction right) => left.Equals(right);

    public static bool operator !=(RequestSettingsAction left, RequestSettingsAction right) => !left.Equals(right);

    public static explicit operator string(RequestSettingsAction value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RequestSettingsAction other && Equals(other);

    /// <inheritdoc />
    public bool Equals(RequestSettingsAction other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
