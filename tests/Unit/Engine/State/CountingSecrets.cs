using EdgeInfra.Engine.State;

namespace Unit.Engine.State;

/// <summary>Readable ciphertexts, each another one.</summary>
internal sealed class CountingSecrets : ISecrets
{
    private int _count;

    public string Encrypt(string plaintext) => $"c{++_count}:{plaintext}";

    public string Decrypt(string ciphertext) => ciphertext[(ciphertext.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
