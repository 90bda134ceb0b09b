// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>Where the snippet goes.</summary>
[EnumType]
public readonly struct SnippetType : IEquatable<SnippetType>
{
    private readonly string _value;

    private SnippetType(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Outside of every subroutine.</summary>
    public static SnippetType Init { get; } = new SnippetType("init");

    /// <summary>When a request comes in.</summary>
    public static SnippetType Recv { get; } = new SnippetType("recv");

    /// <summary>When the cache key is made.</summary>
    public static SnippetType Hash { get; } = new SnippetType("hash");

    /// <summary>When the cache has the object.</summary>
    public static SnippetType Hit { get; } = new SnippetType("hit");

    /// <summary>When the cache does not have it.</summary>
    public static SnippetType Miss { get; } = new SnippetType("miss");

    /// <summary>When the cache is not asked.</summary>
    public static SnippetType Pass { get; } = new SnippetType("pass");

    /// <summary>When the origin has answered.</summary>
    public static SnippetType Fetch { get; } = new SnippetType("fetch");

    /// <summary>When an answer is made up.</summary>
    public static SnippetType Error { get; } = new SnippetType("error");

    /// <summary>Before the answer is delivered.</summary>
    public static SnippetType Deliver { get; } = new SnippetType("deliver");

    /// <summary>After the answer was delivered.</summary>
    public static SnippetType Log { get; } = new SnippetType("log");

    /// <summary>Nowhere, until other VCL includes it.</summary>
    public static SnippetType None { get; } = new SnippetType("none");

    public static bool operator ==(SnippetType left, SnippetType right) => left.Equals(right);

    public static bool operator !=(SnippetType left, SnippetType right) => !left.Equals(right);

    public static explicit operator string(SnippetType value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SnippetType other && Equals(other);

    /// <inheritdoc />
    public bool Equals(SnippetType other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
