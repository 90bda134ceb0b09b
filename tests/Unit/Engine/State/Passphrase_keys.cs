using EdgeInfra.Engine.State;

namespace Unit.Engine.State;

public sealed class Passphrase_keys
{
    // A salt that Pulumi itself publishes in its tests, made with the passphrase "password".
    private const string Salt = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

    private static readonly Lazy<PassphraseKey> Known = new(() => PassphraseKey.Open(Salt, "password")!);

    // Encrypted to that salt with another implementation (Node's crypto), nonce 0 to 11.
    [Fact]
    public void Decrypt_what_another_implementation_encrypted() =>
        Assert.Equal("\"hunter2\"", Known.Value.Decrypt("v1:AAECAwQFBgcICQoL:NavUG4PWZsteWVu+MNEiNY26YntmCNmX1g=="));

    [Fact]
    public void Do_not_open_with_another_passphrase() => Assert.Null(PassphraseKey.Open(Salt, "password123"));

    [Theory]
    [InlineData("fozI5u6B030=:v1:F+6ZduL:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==")]
    [InlineData("v1:fozI5u6B030=:v1:F+6ZduL:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==")]
    [InlineData("v1:fozI:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==")]
    [InlineData("")]
    public void Call_a_damaged_salt_damaged(string salt) =>
        Assert.Contains("damaged", Assert.Throws<StateException>(() => PassphraseKey.Open(salt, "password")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("v1:AAECAwQFBgcICQoL:NavUG4PWZsteWVu+MNEiNY26YntmCNmX1w==")]
    [InlineData("v1:AAECAwQFBgcICQoL:NavUG4")]
    [InlineData("v2:AAECAwQFBgcICQoL:NavUG4PWZsteWVu+MNEiNY26YntmCNmX1g==")]
    [InlineData("hunter2")]
    public void Call_a_changed_secret_damaged(string ciphertext) =>
        Assert.Throws<StateException>(() => Known.Value.Decrypt(ciphertext));

    [Fact]
    public void May_have_an_empty_passphrase_and_read_what_they_wrote()
    {
        var made = PassphraseKey.Create("");

        Assert.Equal("grüße", PassphraseKey.Open(made.Salt, "")!.Decrypt(made.Encrypt("grüße")));
    }

    [Fact]
    public void Never_encrypt_alike_twice() => Assert.NotEqual(Known.Value.Encrypt("x"), Known.Value.Encrypt("x"));

    [Fact]
    public void Are_not_derived_before_a_secret_is_met()
    {
        var secrets = new PassphraseSecrets(
            new KeyRing(), Salt, () => throw new InvalidOperationException("asked for the passphrase"));

        Assert.Equal(Salt, secrets.Salt);
        Assert.Throws<InvalidOperationException>(
            () => secrets.Decrypt("v1:AAECAwQFBgcICQoL:NavUG4PWZsteWVu+MNEiNY26YntmCNmX1g=="));
    }
}
