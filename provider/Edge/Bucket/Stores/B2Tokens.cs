using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace EdgeInfra.Edge.Bucket.Stores;

/// <summary>The authorisation tokens that were given out, and what each allows.</summary>
internal sealed class B2Tokens
{
    private readonly ConcurrentDictionary<string, (string Prefix, DateTimeOffset End)> _given = new(StringComparer.Ordinal);

    /// <param name="prefix">What file names have to begin with; empty for all.</param>
    /// <param name="end">When it ends.</param>
    public string Give(string prefix, DateTimeOffset end)
    {
        var token = $"4_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)).Replace('+', '-').Replace('/', '_')}=";
        _given[token] = (prefix, end);
        return token;
    }

    /// <param name="name">The file that is asked for; null for a call.</param>
    public Caller Check(string? token, string? name, DateTimeOffset now) => token is null ? Caller.Nobody
        : !_given.TryGetValue(token, out var known) ? Caller.Refused(B2Errors.BadAuthToken)
        : known.End <= now ? Caller.Refused(B2Errors.ExpiredAuthToken)
        : known.Prefix.Length > 0 && name?.StartsWith(known.Prefix, StringComparison.Ordinal) != true ? Caller.Refused(B2Errors.Forbidden)
        : Caller.Known;
}
