namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>What one store says when it refuses: the same faults have other codes elsewhere.</summary>
internal sealed record V4Words
{
    public required (int Status, string Code) Malformed { get; init; }

    public required (int Status, string Code) UnknownKey { get; init; }

    public required (int Status, string Code) WrongScope { get; init; }

    public required (int Status, string Code) MissingDate { get; init; }

    public required (int Status, string Code) MissingHash { get; init; }

    public required (int Status, string Code) WrongHash { get; init; }

    public required (int Status, string Code) WrongToken { get; init; }

    public required (int Status, string Code) ExpiredToken { get; init; }

    public required (int Status, string Code) WrongLink { get; init; }

    public required (int Status, string Code) ExpiredLink { get; init; }

    public (int Status, string Code) Unsigned { get; init; } = (403, "AccessDenied");

    public (int Status, string Code) Skewed { get; init; } = (403, "RequestTimeTooSkewed");

    public (int Status, string Code) Mismatch { get; init; } = (403, "SignatureDoesNotMatch");

    public static V4Words Aws { get; } = new()
    {
        Malformed = (400, "AuthorizationHeaderMalformed"),
        UnknownKey = (403, "InvalidAccessKeyId"),
        WrongScope = (400, "AuthorizationHeaderMalformed"),
        MissingDate = (403, "AccessDenied"),
        MissingHash = (400, "InvalidRequest"),
        WrongHash = (400, "XAmzContentSHA256Mismatch"),
        WrongToken = (400, "InvalidToken"),
        ExpiredToken = (400, "ExpiredToken"),
        WrongLink = (400, "AuthorizationQueryParametersError"),
        ExpiredLink = (403, "AccessDenied"),
    };

    public static V4Words Google { get; } = Aws with
    {
        Malformed = (400, "InvalidArgument"),
        UnknownKey = (403, "InvalidSecurity"),
        WrongScope = (400, "InvalidArgument"),
        MissingDate = (400, "MissingSecurityHeader"),
        MissingHash = (400, "MissingSecurityHeader"),
        WrongHash = (400, "BadDigest"),
        WrongLink = (400, "InvalidQueryParameterValue"),
        ExpiredLink = (400, "ExpiredToken"),
    };

    public static V4Words Oss { get; } = Aws with
    {
        Malformed = (400, "InvalidArgument"),
        WrongScope = (400, "InvalidArgument"),
        MissingHash = (400, "InvalidArgument"),
        WrongHash = (400, "InvalidArgument"),
        WrongToken = (403, "InvalidSecurityToken"),
        ExpiredToken = (403, "SecurityTokenExpired"),
        WrongLink = (400, "InvalidArgument"),
    };
}
