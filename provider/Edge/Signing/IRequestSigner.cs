namespace EdgeInfra.Edge.Signing;

/// <summary>
/// Signs one attempt, for exactly what is sent: a path or method that changes afterwards makes the signature wrong. Headers of the scheme that
/// a client sent must be gone before.
/// </summary>
internal interface IRequestSigner
{
    /// <param name="query">Without its question mark, empty when there is none; some schemes add to it.</param>
    void Sign(in SigningRequest request, HeaderList headers, ref string query);
}
