namespace EdgeInfra.Engine.State;

/// <summary>The key of a stack. Encrypting the same text twice gives two different ciphertexts.</summary>
internal interface ISecrets
{
    string Encrypt(string plaintext);

    /// <exception cref="StateException">The text was not encrypted with this key, or was changed since.</exception>
    string Decrypt(string ciphertext);
}
