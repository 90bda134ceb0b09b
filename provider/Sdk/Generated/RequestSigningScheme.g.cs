// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System;
using Pulumi;

namespace EdgeInfra;

/// <summary>The scheme.</summary>
[EnumType]
public readonly struct RequestSigningScheme : IEquatable<RequestSigningScheme>
{
    private readonly string _value;

    private RequestSigningScheme(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>AWS Signature Version 4, in headers; also for stores that speak S3 and for HMAC keys of Google Cloud Storage.</summary>
    public static RequestSigningScheme AwsV4 { get; } = new RequestSigningScheme("aws-v4");

    /// <summary>GOOG4-HMAC-SHA256 of Google Cloud Storage.</summary>
    public static RequestSigningScheme GoogleV4 { get; } = new RequestSigningScheme("google-v4");

    /// <summary>Azure's Shared Key.</summary>
    public static RequestSigningScheme AzureSharedKey { get; } = new RequestSigningScheme("azure-shared-key");

    /// <summary>Azure's shared access signature, appended to the query.</summary>
    public static RequestSigningScheme AzureSas { get; } = new RequestSigningScheme("azure-sas");

    /// <summary>Alibaba Cloud OSS, version 1.</summary>
    public static RequestSigningScheme OssV1 { get; } = new RequestSigningScheme("oss-v1");

    /// <summary>Alibaba Cloud OSS, version 4.</summary>
    public static RequestSigningScheme OssV4 { get; } = new RequestSigningScheme("oss-v4");

    /// <summary>Backblaze B2's authorisation token.</summary>
    public static RequestSigningScheme B2Token { get; } = new RequestSigningScheme("b2-token");

    public static bool operator ==(RequestSigningScheme left, RequestSigningScheme right) => left.Equals(right);

    public static bool operator !=(RequestSigningScheme left, RequestSigningScheme right) => !left.Equals(right);

    public static explicit operator string(RequestSigningScheme value) => value._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RequestSigningScheme other && Equals(other);

    /// <inheritdoc />
    public bool Equals(RequestSigningScheme other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc />
    public override string ToString() => _value;
}
