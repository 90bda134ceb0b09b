namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>
/// A file in the form of <c>~/.aws/credentials</c>, read again when it has changed. One that is half written counts as unreadable, and the
/// former credentials stay.
/// </summary>
internal sealed class FileCredentials(string path, string profile, string scheme) : ICredentialSource
{
    private (DateTime Written, long Length, StoreCredentials Credentials)? _last;

    public TimeSpan? Again => TimeSpan.FromSeconds(5);

    // Requests are served in the thread that saw their socket ready: it must not wait for a disk.
    public Task<StoreCredentials> Get(CancellationToken cancel) => Task.Run(Read, cancel);

    private StoreCredentials Read()
    {
        try
        {
            var file = new FileInfo(path);
            var (written, length) = (file.LastWriteTimeUtc, file.Length);
            if (_last is not { } last || last.Written != written || last.Length != length)
            {
                _last = last = (written, length, Parse(File.ReadAllLines(path)));
            }

            return last.Credentials;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CredentialException($"credentialsName: the file {path} cannot be read: {error.Message}", error);
        }
    }

    private StoreCredentials Parse(string[] lines)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var isOurs = profile == "default"; // lines before the first heading
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or ';')))
        {
            if (line[0] == '[')
            {
                var heading = line.Trim('[', ']', ' ');
                isOurs = heading == profile || heading == "profile " + profile;
            }
            else if (isOurs && line.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
            {
                values[line[..at].Trim()] = line[(at + 1)..].Trim();
            }
        }

        var names = CredentialNames.Of(scheme);
        return names.From(
            scheme, values.GetValueOrDefault, names.Prefix,
            name => new CredentialException($"credentialsName: the file {path} has no {name.ToLowerInvariant()} under [{profile}]"));
    }
}
