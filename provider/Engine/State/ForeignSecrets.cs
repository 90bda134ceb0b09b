namespace EdgeInfra.Engine.State;

/// <summary>Secrets that only somebody else can read; a state without secrets never asks.</summary>
internal sealed class ForeignSecrets(string type) : ISecrets
{
    public string Encrypt(string plaintext) => throw new StateException(Message);

    public string Decrypt(string ciphertext) => throw new StateException(Message);

    private string Message => $"its secrets are encrypted by the secrets provider '{type}', which this engine cannot use; "
        + "export with --show-secrets, or change it first: pulumi stack change-secrets-provider passphrase";
}
