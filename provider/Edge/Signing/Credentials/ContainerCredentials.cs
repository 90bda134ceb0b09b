using System.Net;

namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>The role of a container (ECS) or a pod (EKS Pod Identity), from the address that the platform names in the environment.</summary>
internal sealed class ContainerCredentials(CredentialCalls calls, string address, SigningPlatform platform) : ICredentialSource
{
    public const string Host = "http://169.254.170.2";

    private static readonly string[] Known = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"];

    public async Task<StoreCredentials> Get(CancellationToken cancel)
    {
        Refuse();
        var token = await Token(cancel);
        return CredentialCalls.Read(
            token is null ? await calls.Get(address, cancel) : await calls.Get(address, cancel, ("Authorization", token)),
            address, "SecretAccessKey", "Token");
    }

    // The token would go to whoever is named; in plain text only to this machine and the platform.
    private void Refuse()
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || !(uri.Scheme == "https" || uri.IsLoopback || Known.Contains(uri.Host.Trim('[', ']')) || IsLoopback(uri.Host)))
        {
            throw new CredentialException($"{address} is no address of a platform: use https, this machine, {string.Join(" or ", Known)}");
        }
    }

    private static bool IsLoopback(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);

    // The file's content changes; it is read each time.
    private async Task<string?> Token(CancellationToken cancel)
    {
        if (platform.Variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") is not { } file)
        {
            return platform.Variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
        }

        try
        {
            return (await File.ReadAllTextAsync(file, cancel)).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CredentialException($"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: {file} cannot be read: {error.Message}", error);
        }
    }
}
