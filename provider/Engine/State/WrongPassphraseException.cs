namespace EdgeInfra.Engine.State;

/// <summary>Nothing is wrong with what was to be read, only with the key to it.</summary>
internal sealed class WrongPassphraseException() : StateException(
    "the passphrase is not the one these secrets were encrypted with; "
    + "set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds it");
