// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>Where the credentials come from.</summary>
[EnumType]
public readonly struct RequestSigningCredentials : IEquatable<RequestSigningCredentials>
{
    private readonly string _value;

    private RequestSigningCredentials(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>From accessKey, secretKey and token.</summary>
    public static RequestSigningCredentials Given { get; } = new RequestSigningCredentials("given");

    /// <summary>From environment variables of the edge.</summary>
    public static RequestSigningCredentials Environment { get; } = new RequestSigningCredentials("environment");

    /// <summary>From a file on the edge, read again when it changes.</summary>
    public static RequestSigningCredentials File { get; } = new RequestSigningCredentials("file");

    /// <summary>From the metadata service of the machine or container the edge runs on.</summary>
    public static RequestSigningCredentials Metadata { get; } = new RequestSigningCredentials("metadata");

    public static bool operator ==(RequestSigningCredentials left, RequestSigningCredentials right) => left.Equals(right);

    public static bool operator !=(RequestSigningCredentials left, RequestSigningCredentials right) => !left.Equals(right);

    public static explicit operator string(RequestSigningCredentials value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RequestSigningCredentials other && Equals(other);

    /// <inheritdoc />
    public bool Equals(RequestSigningCredentials other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
