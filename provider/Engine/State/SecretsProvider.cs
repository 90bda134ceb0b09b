namespace EdgeInfra.Engine.State;

/// <summary>How the secrets of a deployment were encrypted: <c>secrets_providers</c>.</summary>
/// <param name="Type">Empty when the deployment has none; <c>passphrase</c> is the one that this engine can read.</param>
/// <param name="Salt">The passphrase provider's salt text.</param>
internal sealed record SecretsProvider(string Type, string? Salt)
{
    public const string Passphrase = "passphrase";

    public static SecretsProvider None { get; } = new("", null);
}
