using System.Text.Json;
using EdgeInfra.Engine.State;

namespace EdgeInfra.Engine.Workspace;

/// <summary>One deployment of a project: its configuration, its state and its lock.</summary>
/// <remarks>Loading and saving are not guarded by themselves: take the <see cref="Lock"/> before anything is changed.</remarks>
internal sealed class Stack : ISnapshotStore
{
    private readonly FileBackend _backend;
    private readonly Surroundings _surroundings;
    private readonly Passphrase _passphrase;
    private readonly PassphraseSecrets _secrets;
    private readonly SecretText _secretText;
    private readonly DeploymentWriter _writer;

    public Stack(string name, Project project, FileBackend backend, StackConfigFile configFile, Surroundings surroundings)
    {
        Name = name;
        Project = project;
        _backend = backend;
        _surroundings = surroundings;
        _passphrase = new Passphrase(surroundings);
        _secrets = new PassphraseSecrets(surroundings.Keys, configFile.Salt, _passphrase.Get, salt =>
        {
            configFile.SetSalt(salt);
            configFile.Save();
        });
        _secretText = new SecretText(_secrets);
        _writer = new DeploymentWriter(_secretText, () => _secrets.Salt, surroundings.Time);
        Config = new StackConfig(configFile, project, _secrets);
    }

    public string Name { get; }

    public Project Project { get; }

    public StackConfig Config { get; }

    /// <summary>The file that holds the state.</summary>
    public string StateFile => _backend.StateFile(Name);

    public bool Exists => File.Exists(StateFile);

    public DateTimeOffset LastSaved => File.GetLastWriteTimeUtc(StateFile);

    /// <summary>Without decrypting anything; null when the file is damaged.</summary>
    public int? CountResources()
    {
        try
        {
            using var state = JsonDocument.Parse(File.ReadAllBytes(StateFile), ValueFormat.Reading);
            var checkpoint = state.RootElement.GetProperty("checkpoint");
            return checkpoint.TryGetProperty("latest", out var latest) && latest.ValueKind == JsonValueKind.Object
                && latest.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array
                ? resources.GetArrayLength()
                : 0;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Holds the stack until disposed, and makes its file if it has none yet.</summary>
    /// <exception cref="StackLockedException">Somebody else holds it.</exception>
    public async Task<IAsyncDisposable> Lock(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        _backend.Prepare();
        var held = StackLock.Take(_backend.LockFolder(Name), Name, _surroundings);
        try
        {
            if (!Exists)
            {
                await Save(Snapshot.Empty);
            }
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }

        return held;
    }

    /// <summary>Who changes the stack at the moment, for messages; null when nobody does.</summary>
    public string? Holder => StackLock.Holder(_backend.LockFolder(Name), _surroundings);

    /// <exception cref="WorkspaceException">The file is damaged or inconsistent; nothing is changed.</exception>
    public async Task<Snapshot> Load()
    {
        if (!Exists)
        {
            return Snapshot.Empty;
        }

        try
        {
            return new DeploymentReader(SecretsOfState).Read(await File.ReadAllBytesAsync(StateFile));
        }
        catch (WrongPassphraseException failure)
        {
            throw new WorkspaceException($"the secrets in the state of '{Name}' cannot be read: {failure.Message}.\nNothing was changed.", failure);
        }
        catch (StateException failure)
        {
            throw new WorkspaceException($"the state of '{Name}', {StateFile}, cannot be used: {failure.Message}.\n{Remedy()}", failure);
        }
    }

    public Task Save(Snapshot snapshot)
    {
        try
        {
            // Written in full before the file is touched: a broken snapshot leaves it as it was.
            Replace(_writer.Checkpoint(_backend.FullName(Name), snapshot));
        }
        catch (StateException failure)
        {
            throw new WorkspaceException($"the state of '{Name}' was not saved: {failure.Message}", failure);
        }

        return Task.CompletedTask;
    }

    /// <summary>Adds an operation to the stack's history.</summary>
    public Task Record(UpdateRecord record)
    {
        new History(_backend.HistoryFolder(Name), Name).Add(record, StateFile);
        return Task.CompletedTask;
    }

    /// <summary>The state as <c>pulumi stack import</c> reads it.</summary>
    /// <param name="showSecrets">Secrets in plain text, readable anywhere and by anybody.</param>
    public async Task<byte[]> Export(bool showSecrets)
    {
        var snapshot = await Load();
        return showSecrets
            ? new DeploymentWriter(SecretText.Plain, () => null, _surroundings.Time).Export(snapshot)
            : _writer.Export(snapshot);
    }

    /// <summary>Replaces the state by an exported one, encrypted anew with this stack's key; the old state is backed up.</summary>
    /// <exception cref="WorkspaceException">It is damaged, inconsistent, or of another stack; nothing is changed.</exception>
    public async Task<Snapshot> Import(ReadOnlyMemory<byte> exported)
    {
        try
        {
            var snapshot = new DeploymentReader(SecretsOfImport).Read(exported);
            RefuseOtherStacks(snapshot);
            BackUp();
            await Save(snapshot);
            return snapshot;
        }
        catch (StateException failure)
        {
            throw new WorkspaceException($"cannot import into '{Name}': {failure.Message}", failure);
        }
    }

    /// <summary>Forgets the stack. Its last state stays in the backups, its history and configuration where they are.</summary>
    public void Remove()
    {
        BackUp();
        File.Delete(StateFile);
        File.Delete(StateFile + ".bak");
    }

    private SecretText SecretsOfState(SecretsProvider provider)
    {
        if (provider.Salt is { } salt)
        {
            _secrets.Adopt(salt);
        }

        return SecretsOfImport(provider);
    }

    // With another key than this stack's, secrets are read with that one; saving encrypts them with this stack's.
    private SecretText SecretsOfImport(SecretsProvider provider) => provider switch
    {
        { Type: SecretsProvider.Passphrase, Salt: { } salt } when salt != _secrets.Salt => new SecretText(new PassphraseSecrets(_surroundings.Keys, salt, _passphrase.Get)),
        { Type: "" or SecretsProvider.Passphrase } => _secretText,
        _ => new SecretText(new ForeignSecrets(provider.Type)),
    };

    private void RefuseOtherStacks(Snapshot snapshot)
    {
        var prefix = $"urn:pulumi:{Name}::{Project.Name}::";
        if (snapshot.Resources.FirstOrDefault(resource => !resource.Urn.StartsWith(prefix, StringComparison.Ordinal)) is { } other)
        {
            throw new StateException($"{other.Urn} belongs to another stack; every URN has to begin with {prefix}");
        }
    }

    private void Replace(byte[] content)
    {
        _backend.Prepare();
        if (Exists)
        {
            // A copy, not a rename: at no moment may the stack be without its file.
            File.Copy(StateFile, StateFile + ".bak", overwrite: true);
        }

        AtomicFile.Write(StateFile, content);
    }

    private void BackUp()
    {
        if (Exists)
        {
            var backup = _backend.BackupFile(Name, History.UnixNanoseconds(_surroundings.Time.GetUtcNow()));
            AtomicFile.Write(backup, File.ReadAllBytes(StateFile));
        }
    }

    private string Remedy() => File.Exists(StateFile + ".bak")
        ? $"Nothing was changed. The state before the last save is {StateFile}.bak; to go back to it: cp '{StateFile}.bak' '{StateFile}'"
        : $"Nothing was changed. Copies of earlier states are in {_backend.HistoryFolder(Name)}, if there were any";
}
