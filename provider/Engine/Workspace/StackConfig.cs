using System.Collections.Immutable;
using System.Globalization;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using YamlDotNet.RepresentationModel;

namespace EdgeInfra.Engine.Workspace;

/// <summary>The configuration of a stack: its own values over the project's defaults, by full key.</summary>
internal sealed class StackConfig(StackConfigFile file, Project project, PassphraseSecrets secrets)
{
    /// <summary>What programs get: secrets in plain text, objects as JSON.</summary>
    /// <exception cref="WorkspaceException">Required values are missing or of the wrong type; the message names all of them.</exception>
    public ImmutableSortedDictionary<string, string> Values
    {
        get
        {
            var values = Entries();
            var problems = project.Config
                .Select(declared => Problem(declared.Key, declared.Value, values.GetValueOrDefault(declared.Key)))
                .OfType<string>()
                .ToArray();
            return problems.Length == 0 ? values : throw new WorkspaceException(string.Join('\n', problems));
        }
    }

    /// <summary>Keys whose values are, or hold, secrets.</summary>
    public ImmutableSortedSet<string> SecretKeys => [.. Own().Where(own => YamlJson.HasSecret(own.Value)).Select(own => own.Key)
        .Concat(project.Config.Where(declared => declared.Value.IsSecret).Select(declared => declared.Key))];

    /// <summary>The values, whether they fit their declarations or not.</summary>
    public ImmutableSortedDictionary<string, string> Entries()
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, declaration) in project.Config)
        {
            if (declaration.Default is { } value)
            {
                values[key] = value;
            }
        }

        foreach (var (key, _, value) in Own())
        {
            values[key] = YamlJson.Text(value, ciphertext => Decrypt(key, ciphertext));
        }

        return values.ToImmutable();
    }

    /// <summary>One value; null when it is not set.</summary>
    public string? Get(string key)
    {
        var full = ConfigKey.Full(project.Name, key);
        return Own().LastOrDefault(own => own.Key == full) is { Value: { } value }
            ? YamlJson.Text(value, ciphertext => Decrypt(full, ciphertext))
            : project.Config.GetValueOrDefault(full)?.Default;
    }

    /// <summary>Changes a value; <see cref="Save"/> keeps the change.</summary>
    public void Set(string key, string value, bool secret = false)
    {
        var full = ConfigKey.Full(project.Name, key);
        file.Set(WrittenAs(full) ?? full, secret ? Encrypt(value) : value, secret);
    }

    /// <summary>Takes a value away; false when the stack sets none. A default of the project stays.</summary>
    public bool Remove(string key)
    {
        if (WrittenAs(ConfigKey.Full(project.Name, key)) is not { } name)
        {
            return false;
        }

        file.Remove(name);
        return true;
    }

    public void Save()
    {
        if (secrets.Salt is { } salt && file.Salt is null && SecretKeys.Count > 0)
        {
            file.SetSalt(salt);
        }

        file.Save();
    }

    private IEnumerable<(string Key, string Name, YamlNode Value)> Own() =>
        file.Values.Select(entry => (ConfigKey.Full(project.Name, entry.Name), entry.Name, entry.Value));

    private string? WrittenAs(string full) => Own().LastOrDefault(own => own.Key == full).Name;

    private string Encrypt(string value)
    {
        try
        {
            return secrets.Encrypt(value);
        }
        catch (StateException failure)
        {
            throw new WorkspaceException($"{file.Path}: {failure.Message}", failure);
        }
    }

    private string Decrypt(string key, string ciphertext)
    {
        if (file.Salt is null && secrets.Salt is null)
        {
            throw new WorkspaceException(
                $"{file.Path}: '{key}' is encrypted, but the file has no 'encryptionsalt'; put it back, or set the value again with --secret");
        }

        try
        {
            return secrets.Decrypt(ciphertext);
        }
        catch (StateException failure)
        {
            throw new WorkspaceException($"{file.Path}: '{key}': {failure.Message}", failure);
        }
    }

    private string? Problem(string key, ConfigDeclaration declaration, string? value)
    {
        if (value is null)
        {
            return declaration.IsRequired
                ? $"the configuration value '{key}' ({declaration.Type}) is required and not set; set it with: edgeinfra config set {key} VALUE"
                : null;
        }

        var shown = SecretKeys.Contains(key) ? Scrubber.Mark : $"'{value}'";
        return Fits(declaration.Type, value) ? null : $"the configuration value '{key}' is {shown}; {ProjectFile.Name} declares it as {declaration.Type}";
    }

    private static bool Fits(string type, string value) => type switch
    {
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "boolean" => value is "true" or "false",
        "array" => value.StartsWith('['),
        "object" => value.StartsWith('{'),
        _ => true,
    };
}
