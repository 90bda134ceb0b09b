// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>What becomes of X-Forwarded-For.</summary>
[EnumType]
public readonly struct RequestSettingsXff : IEquatable<RequestSettingsXff>
{
    private readonly string _value;

    private RequestSettingsXff(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Is removed.</summary>
    public static RequestSettingsXff Clear { get; } = new RequestSettingsXff("clear");

    /// <summary>Stays as it is.</summary>
    public static RequestSettingsXff Leave { get; } = new RequestSettingsXff("leave");

    /// <summary>Gets the client's address, unless another node has added it.</summary>
    public static RequestSettingsXff Append { get; } = new RequestSettingsXff("append");

    /// <summary>Gets the client's address.</summary>
    public static RequestSettingsXff AppendAll { get; } = new RequestSettingsXff("append_all");

    /// <summary>Becomes the client's address.</summary>
    public static RequestSettingsXff Overwrite { get; } = new RequestSettingsXff("overwrite");

    public static bool operator ==(RequestSettingsXff left, RequestSettingsXff right) => left.Equals(right);

    public static bool operator !=(RequestSettingsXff left, RequestSettingsXff right) => !left.Equals(right);

    public static explicit operator string(RequestSettingsXff value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RequestSettingsXff other && Equals(other);

    /// <inheritdoc />
    public bool Equals(RequestSettingsXff other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
