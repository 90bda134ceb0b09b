using System.Security.Cryptography;
using System.Text;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>Who may call, and what for. The secret itself is known only to its owner; here is a salted hash.</summary>
/// <remarks>Secrets are drawn at random and long, so one round of hashing is enough to keep them from being guessed back.</remarks>
internal sealed record Token(string Id, string Name, DateTimeOffset Created)
{
    private const int SaltBytes = 16;

    public ValueList<string> Scopes { get; init; } = [Control.Scopes.Global];

    /// <summary>Ids of the services it is good for; empty means all of them.</summary>
    public ValueList<string> Services { get; init; } = [];

    public DateTimeOffset? Expires { get; init; }

    /// <summary>Hexadecimal.</summary>
    public required string Salt { get; init; }

    /// <summary>Hexadecimal.</summary>
    public required string Hash { get; init; }

    public static Token For(string secret, string id, string name, DateTimeOffset created)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        return new(id, name, created) { Salt = salt, Hash = Convert.ToHexStringLower(HashOf(salt, secret)) };
    }

    // Hashes are compared, so that neither content nor length of the secret shows in the time it takes.
    public bool IsOpenedBy(string secret) => CryptographicOperations.FixedTimeEquals(HashOf(Salt, secret), Convert.FromHexString(Hash));

    public bool HasExpired(DateTimeOffset now) => Expires is { } end && end <= now;

    public bool Sees(string service) => Services.Count == 0 || Services.Contains(service);

    /// <summary>Why a call is not allowed, or null.</summary>
    /// <param name="service">The service the call is about; null for calls about the account.</param>
    public Refusal? Refuse(Right right, string? service)
    {
        if (!Control.Scopes.Allow(Scopes, right))
        {
            return Refusals.Forbidden($"The token's scope is '{string.Join(' ', Scopes)}'; this needs '{Control.Scopes.For(right)}'");
        }

        return service is null
            ? right == Right.Write && Services.Count > 0 ? Refusals.Forbidden("The token is limited to certain services") : null
            : Sees(service) ? null : Refusals.Forbidden($"The token is not good for the service '{service}'");
    }

    /// <summary>Only the id: the rest is nobody's business in a log.</summary>
    public override string ToString() => $"token {Id}";

    private static byte[] HashOf(string salt, string secret) => SHA256.HashData([.. Convert.FromHexString(salt), .. Encoding.UTF8.GetBytes(secret)]);
}
