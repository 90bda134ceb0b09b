using EdgeInfra.Model;

namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>A rule for lifetimes, ready to be asked.</summary>
internal sealed class LiveTtlRule(TtlRule rule)
{
    private static readonly string[] Cacheable = ["200", "203", "300", "301", "302", "404", "410"]; // as Fastly caches by itself

    private readonly TextPattern? _path = rule.Path is { } path ? new(path, StringComparison.Ordinal) : null;
    private readonly TextPattern? _type = rule.ContentType is { } type ? new(type, StringComparison.OrdinalIgnoreCase) : null;
    private readonly StatusSet _statuses = new(rule.Statuses.Count > 0 ? rule.Statuses : Cacheable);

    public TtlRule Rule => rule;

    public TimeSpan Ttl { get; } = TimeSpan.FromSeconds(rule.Ttl);

    public bool FitsPath(ReadOnlySpan<char> path) => _path?.Fits(path) != false;

    /// <param name="path">As it is sent, but without the policy's prefix and index.</param>
    public bool Fits(ReadOnlySpan<char> path, int status, string? contentType) =>
        _statuses.Covers(status) && FitsPath(path) && (_type is null || (contentType is not null && _type.Fits(WithoutParameters(contentType))));

    private static ReadOnlySpan<char> WithoutParameters(string type) =>
        type.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? type.AsSpan(0, end).Trim() : type.AsSpan().Trim();
}
