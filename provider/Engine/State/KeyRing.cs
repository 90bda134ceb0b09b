namespace EdgeInfra.Engine.State;

/// <summary>The keys that this process has derived already: a second look at the same stack costs nothing.</summary>
internal sealed class KeyRing
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Salt, string Passphrase), PassphraseKey?> _keys = [];

    /// <inheritdoc cref="PassphraseKey.Open"/>
    public PassphraseKey? Open(string salt, string passphrase)
    {
        lock (_gate)
        {
            if (!_keys.TryGetValue((salt, passphrase), out var key))
            {
                key = PassphraseKey.Open(salt, passphrase);
                _keys[(salt, passphrase)] = key;
            }

            return key;
        }
    }

    /// <inheritdoc cref="PassphraseKey.Create"/>
    public PassphraseKey Create(string passphrase)
    {
        var key = PassphraseKey.Create(passphrase);
        lock (_gate)
        {
            _keys[(key.Salt, passphrase)] = key;
        }

        return key;
    }
}
