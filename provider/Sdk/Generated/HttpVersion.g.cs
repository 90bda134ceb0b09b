// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>HTTP version of the probe. Default of Fastly's API.</summary>
[EnumType]
public readonly struct HttpVersion : IEquatable<HttpVersion>
{
    private readonly string _value;

    private HttpVersion(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>HTTP/1.0.</summary>
    public static HttpVersion Http10 { get; } = new HttpVersion("1.0");

    /// <summary>HTTP/1.1.</summary>
    public static HttpVersion Http11 { get; } = new HttpVersion("1.1");

    public static bool operator ==(HttpVersion left, HttpVersion right) => left.Equals(right);

    public static bool operator !=(HttpVersion left, HttpVersion right) => !left.Equals(right);

    public static explicit operator string(HttpVersion value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is HttpVersion other && Equals(other);

    /// <inheritdoc />
    public bool Equals(HttpVersion other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
