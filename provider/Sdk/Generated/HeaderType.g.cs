// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>Which headers are meant.</summary>
[EnumType]
public readonly struct HeaderType : IEquatable<HeaderType>
{
    private readonly string _value;

    private HeaderType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Those of the request as it came in.</summary>
    public static HeaderType Request { get; } = new HeaderType("request");

    /// <summary>Those of the request to the origin.</summary>
    public static HeaderType Fetch { get; } = new HeaderType("fetch");

    /// <summary>Those of the origin's answer, before it is cached.</summary>
    public static HeaderType Cache { get; } = new HeaderType("cache");

    /// <summary>Those of the answer to the client.</summary>
    public static HeaderType Response { get; } = new HeaderType("response");

    public static bool operator ==(HeaderType left, HeaderType right) => left.Equals(right);

    public static bool operator !=(HeaderType left, HeaderType right) => !left.Equals(right);

    public static explicit operator string(HeaderType value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is HeaderType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(HeaderType other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
