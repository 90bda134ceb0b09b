using EdgeInfra.Edge.Signing.V4;

namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>What a request claims about its own signature, in its Authorization header or in its query.</summary>
internal sealed record V4Claim(string AccessKey, string Date, string Region, string Service, string[] Names, string Signature)
{
    /// <summary>Lifetime of a link in seconds; null for a signature in a header.</summary>
    public int? Expires { get; init; }

    public string Scope(V4Dialect dialect) => $"{Date}/{Region}/{Service}/{dialect.Terminator}";

    /// <summary><c>ALGORITHM Credential=…, SignedHeaders=…, Signature=…</c>; null when it is something else.</summary>
    public static V4Claim? OfHeader(string authorization, V4Dialect dialect)
    {
        if (!authorization.StartsWith(dialect.Algorithm + " ", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = authorization[dialect.Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries);
        var names = Part(parts, dialect.IsOss ? "AdditionalHeaders=" : "SignedHeaders=");
        return Of(Part(parts, "Credential="), dialect.IsOss ? names ?? "" : names, Part(parts, "Signature="), dialect);
    }

    public static V4Claim? OfQuery(in ReceivedRequest request, V4Dialect dialect)
    {
        var own = OwnParameters(dialect);
        return request.Parameter(own + "Algorithm") == dialect.Algorithm
            && int.TryParse(request.Parameter(own + "Expires"), out var seconds)
            && Of(request.Parameter(own + "Credential"), request.Parameter(own + "SignedHeaders"), request.Parameter(own + "Signature"), dialect)
                is { } claim
            ? claim with { Expires = seconds }
            : null;
    }

    /// <summary><c>X-Amz-</c>, <c>X-Goog-</c></summary>
    public static string OwnParameters(V4Dialect dialect) => dialect.Prefix == "x-goog-" ? "X-Goog-" : "X-Amz-";

    private static V4Claim? Of(string? credential, string? names, string? signature, V4Dialect dialect)
    {
        // A key id may have slashes of its own.
        var parts = credential?.Split('/') ?? [];
        return parts.Length >= 5 && parts[^1] == dialect.Terminator && names is not null && signature is not null
            ? new V4Claim(
                string.Join('/', parts[..^4]), parts[^4], parts[^3], parts[^2],
                names.Split(';', StringSplitOptions.RemoveEmptyEntries), signature)
            : null;
    }

    private static string? Part(string[] parts, string name) =>
        parts.FirstOrDefault(part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
