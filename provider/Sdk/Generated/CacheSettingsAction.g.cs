// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>What happens to the answer; unset, it is cached as it says itself.</summary>
[EnumType]
public readonly struct CacheSettingsAction : IEquatable<CacheSettingsAction>
{
    private readonly string _value;

    private CacheSettingsAction(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Is not cached.</summary>
    public static CacheSettingsAction Pass { get; } = new CacheSettingsAction("pass");

    /// <summary>Is cached.</summary>
    public static CacheSettingsAction Cache { get; } = new CacheSettingsAction("cache");

    /// <summary>Is thrown away, and the request begins anew.</summary>
    public static CacheSettingsAction Restart { get; } = new CacheSettingsAction("restart");

    public static bool operator ==(CacheSettingsAction left, CacheSettingsAction right) => left.Equals(right);

    public static bool operator !=(CacheSettingsAction left, CacheSettingsAction right) => !left.Equals(right);

    public static explicit operator string(CacheSettingsAction value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is CacheSettingsAction other && Equals(other);

    /// <inheritdoc />
    public bool Equals(CacheSettingsAction other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
