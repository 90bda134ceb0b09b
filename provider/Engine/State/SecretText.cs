using System.Text.Json;

namespace EdgeInfra.Engine.State;

/// <summary>How secrets stand in a file: encrypted, or in plain text when a user asks for that.</summary>
/// <remarks>
/// Remembers the ciphertext of every secret it has seen, per resource, so that an unchanged secret stays the same from one
/// save to the next. Two resources with one secret get two ciphertexts: a state file does not tell that they are equal.
/// </remarks>
internal sealed class SecretText(ISecrets? secrets)
{
    private const string Ciphertext = "ciphertext";
    private const string Plaintext = "plaintext";

    private readonly Dictionary<(string Owner, string Plaintext), string> _known = [];

    /// <summary>Secrets in plain text, as in <c>stack export --show-secrets</c>. Reads no ciphertext.</summary>
    public static SecretText Plain { get; } = new(null);

    /// <summary>The field of the secret and what stands in it.</summary>
    /// <param name="owner">The URN of the resource.</param>
    /// <param name="plaintext">The value as JSON.</param>
    public (string Field, string Text) Write(string owner, string plaintext)
    {
        if (secrets is null)
        {
            return (Plaintext, plaintext);
        }

        if (!_known.TryGetValue((owner, plaintext), out var ciphertext))
        {
            ciphertext = secrets.Encrypt(plaintext);
            _known[(owner, plaintext)] = ciphertext;
        }

        return (Ciphertext, ciphertext);
    }

    /// <summary>The value as JSON.</summary>
    public string Read(string owner, JsonElement secret)
    {
        if (Text(secret, Plaintext) is { } plaintext)
        {
            return plaintext;
        }

        var ciphertext = Text(secret, Ciphertext) ?? throw new StateException($"{owner}: a secret has neither ciphertext nor plaintext");
        try
        {
            plaintext = (secrets ?? throw new StateException("an encrypted secret within a plain one")).Decrypt(ciphertext);
        }
        catch (StateException failure) when (failure is not WrongPassphraseException)
        {
            throw new StateException($"{owner}: {failure.Message}", failure);
        }

        _known[(owner, plaintext)] = ciphertext;
        return plaintext;
    }

    private static string? Text(JsonElement secret, string field) =>
        secret.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } found
            ? found
            : null;
}
