// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>How the service runs requests.</summary>
[EnumType]
public readonly struct ServiceType : IEquatable<ServiceType>
{
    private readonly string _value;

    private ServiceType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Delivery service: domains, backends and conditions decide.</summary>
    public static ServiceType Vcl { get; } = new ServiceType("vcl");

    /// <summary>Runs a program of your own. Not supported yet: programs cannot be run at the edge, choose vcl.</summary>
    public static ServiceType Wasm { get; } = new ServiceType("wasm");

    public static bool operator ==(ServiceType left, ServiceType right) => left.Equals(right);

    public static bool operator !=(ServiceType left, ServiceType right) => !left.Equals(right);

    public static explicit operator string(ServiceType value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ServiceType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(ServiceType other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
