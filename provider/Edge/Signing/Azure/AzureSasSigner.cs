namespace EdgeInfra.Edge.Signing.Azure;

/// <summary>Appends a shared access signature that somebody else made. Nothing is computed or refreshed: it ends when it ends.</summary>
internal sealed class AzureSasSigner : ISigningScheme
{
    private volatile Joined? _last;

    public void Sign(in SigningRequest request, StoreCredentials credentials, HeaderList headers, ref string query)
    {
        var token = (credentials.Token ?? "").TrimStart('?'); // the same string if there is none
        if (query.Length == 0)
        {
            query = token;
            return;
        }

        var last = _last;
        if (last is null || last.Query != query || last.Token != token)
        {
            _last = last = new Joined(query, token, $"{query}&{token}");
        }

        query = last.Both;
    }

    private sealed record Joined(string Query, string Token, string Both);
}
