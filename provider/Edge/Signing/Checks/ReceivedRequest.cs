using EdgeInfra.Edge.Signing.V4;

namespace EdgeInfra.Edge.Signing.Checks;

/// <summary>A request as it arrived, byte for byte: the target is neither decoded nor cleaned.</summary>
/// <param name="Query">Without its question mark.</param>
/// <param name="Host">The Host header, with its port if it has one.</param>
/// <param name="BodyHash">SHA-256 of the body in lower-case hex.</param>
internal readonly record struct ReceivedRequest(
    string Method, string Path, string Query, string Host, HeaderList Headers, string BodyHash = V4Dialect.EmptyHash)
{
    /// <summary>A parameter of the query, decoded; null when it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Query.Split('&'))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? at : parameter.Length;
            if (parameter.AsSpan(0, equals).SequenceEqual(name))
            {
                return Uri.UnescapeDataString(parameter[Math.Min(equals + 1, parameter.Length)..]);
            }
        }

        return null;
    }
}
