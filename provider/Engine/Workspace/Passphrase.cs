using System.Security.Cryptography;

namespace EdgeInfra.Engine.Workspace;

/// <summary>Where the passphrase of a user's secrets comes from: the environment, or a file made for the user once.</summary>
internal sealed class Passphrase(Surroundings surroundings)
{
    private string OwnFile => Path.Combine(surroundings.PulumiHome, "edgeinfra-passphrase");

    /// <exception cref="WorkspaceException">The file that the environment names cannot be read.</exception>
    public string Get() => surroundings.Passphrase
        ?? (surroundings.PassphraseFile is { } file ? Read(file) : ReadOwn());

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException(
                $"PULUMI_CONFIG_PASSPHRASE_FILE names {file}, which cannot be read: {failure.Message}", failure);
        }
    }

    private string ReadOwn()
    {
        if (!File.Exists(OwnFile)
            && AtomicFile.TryCreate(OwnFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) + "\n"))
        {
            surroundings.Note(
                $"Secrets are encrypted with a passphrase that was made for you and lies in {OwnFile}. Keep a copy of it: without it\n"
                + $"they cannot be read again. To use it with the Pulumi CLI: export PULUMI_CONFIG_PASSPHRASE_FILE={OwnFile}");
        }

        var passphrase = Read(OwnFile);
        return passphrase.Length > 0
            ? passphrase
            : throw new WorkspaceException($"{OwnFile} is empty; put the passphrase back, or set PULUMI_CONFIG_PASSPHRASE");
    }
}
