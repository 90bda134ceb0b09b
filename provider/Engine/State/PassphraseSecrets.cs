namespace EdgeInfra.Engine.State;

/// <summary>The passphrase key of a stack, derived only when the first secret is met; a salt is made up only then, too.</summary>
/// <param name="keys">Derives it.</param>
/// <param name="salt">The salt text; null when the stack has none yet.</param>
/// <param name="passphrase">Asked at most once.</param>
/// <param name="created">Told a new salt, which must be kept: without it nothing encrypted now can be read again.</param>
internal sealed class PassphraseSecrets(KeyRing keys, string? salt, Func<string> passphrase, Action<string>? created = null) : ISecrets
{
    private readonly Lock _gate = new();
    private PassphraseKey? _key;

    /// <summary>The salt text; null as long as nothing was encrypted.</summary>
    public string? Salt { get; private set; } = salt;

    /// <summary>Takes over a salt found elsewhere, when there is none yet.</summary>
    public void Adopt(string found) => Salt ??= found;

    public string Encrypt(string plaintext) => Key().Encrypt(plaintext);

    public string Decrypt(string ciphertext) => Key().Decrypt(ciphertext);

    private PassphraseKey Key()
    {
        lock (_gate)
        {
            return _key ??= Salt is null ? Create() : Open(Salt);
        }
    }

    private PassphraseKey Create()
    {
        var key = keys.Create(passphrase());
        Salt = key.Salt;
        created?.Invoke(key.Salt);
        return key;
    }

    private PassphraseKey Open(string known) => keys.Open(known, passphrase()) ?? throw new WrongPassphraseException();
}
