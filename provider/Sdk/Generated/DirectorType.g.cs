// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>How a member is chosen.</summary>
[EnumType]
public readonly struct DirectorType : IEquatable<DirectorType>
{
    private readonly double _value;

    private DirectorType(double value)
    {
        _value = value;
    }

    /// <summary>At random.</summary>
    public static DirectorType Random { get; } = new DirectorType(1);

    /// <summary>By the object asked for.</summary>
    public static DirectorType Hash { get; } = new DirectorType(3);

    /// <summary>By the client.</summary>
    public static DirectorType Client { get; } = new DirectorType(4);

    public static bool operator ==(DirectorType left, DirectorType right) => left.Equals(right);

    public static bool operator !=(DirectorType left, DirectorType right) => !left.Equals(right);

    public static explicit operator double(DirectorType value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is DirectorType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(DirectorType other) => _value.Equals(other._value);

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => _value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
}
