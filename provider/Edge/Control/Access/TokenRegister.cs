using System.Collections.Concurrent;
using System.Security.Cryptography;
using EdgeInfra.Model;

namespace EdgeInfra.Edge.Control;

/// <summary>All tokens there are: the one the edge was started with, which is never stored here, and those made through the API.</summary>
internal sealed class TokenRegister
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    private const string FirstId = "EdgeInfraInitialToken0";
    private const string FileName = "tokens.yaml";
    private const int SecretLength = 32;

    private readonly string _folder;
    private readonly Documents _documents;
    private readonly TimeProvider _clock;
    private readonly string? _damage;
    private readonly Lock _changing = new();
    private readonly ConcurrentDictionary<string, TokenUse> _uses = [];
    private volatile ValueList<Token> _all;

    public TokenRegister(string folder, IFiles files, string first, TimeProvider clock, Action<string> log)
    {
        (_folder, _documents, _clock) = (folder, new(files, log), clock);
        First = Token.For(first, FirstId, "the token the edge was started with", Timestamp.Now(clock));
        try
        {
            _all = files.List(folder).Contains(FileName) ? TokenDocument.Read(files.Read(Path.Combine(folder, FileName))) : [];
        }
        catch (Exception error) when (error is DamagedDocumentException or IOException or UnauthorizedAccessException)
        {
            _damage = $"{Path.Combine(folder, FileName)} is damaged: {error.Message}";
            _all = [];
            log($"{_damage}. Its tokens are refused; mend or remove the file and start again.");
        }
    }

    public Token First { get; }

    public IEnumerable<Token> All => _all.Prepend(First);

    /// <summary>null for a secret that opens nothing, or nothing any more. Every token is tried: the time taken tells nothing.</summary>
    public Token? Find(string? secret)
    {
        Token? found = null;
        foreach (var token in secret is null ? [] : All)
        {
            found = token.IsOpenedBy(secret!) ? token : found;
        }

        return found?.HasExpired(_clock.GetUtcNow()) == true ? null : found;
    }

    public void Used(Token token, string address, string agent) => _uses[token.Id] = new(Timestamp.Now(_clock), address, agent);

    public TokenUse? LastUse(Token token) => _uses.GetValueOrDefault(token.Id);

    /// <summary>A new token; its secret is told this once.</summary>
    public Decided<Token> Create(string name, ValueList<string> scopes, ValueList<string> services, DateTimeOffset? expires, out string secret)
    {
        secret = RandomNumberGenerator.GetString(Letters, SecretLength);
        var token = Token.For(secret, ServiceId.New(), name, Timestamp.Now(_clock)) with { Scopes = scopes, Services = services, Expires = expires };
        return Change(all => new([.. all, token], null)).Then<Token>(_ => token);
    }

    /// <summary>Deletes all of them or, when one is not known, none.</summary>
    public Decided<ValueList<Token>> Delete(IReadOnlyCollection<string> ids) => Change(all =>
        ids.Contains(First.Id) ? Refusals.FirstTokenStays()
        : ids.FirstOrDefault(id => all.All(token => token.Id != id)) is { } unknown ? Refusals.NoToken(unknown)
        : all.Where(token => !ids.Contains(token.Id)).ToValueList());

    private Decided<ValueList<Token>> Change(Func<ValueList<Token>, Decided<ValueList<Token>>> decide)
    {
        lock (_changing)
        {
            var decided = _damage is { } damage ? Refusals.Damaged(damage) : decide(_all);
            if (decided.Value is { } after)
            {
                _documents.Replace(_folder, FileName, TokenDocument.Write(after));
                _all = after;
            }

            return decided;
        }
    }
}
