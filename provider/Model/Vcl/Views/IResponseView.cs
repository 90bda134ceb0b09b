namespace EdgeInfra.Model.Vcl;

/// <summary>
/// What an expression may see of an answer: an origin's (<c>beresp</c>) or the one delivered (<c>resp</c>). A header that is
/// absent is null, not empty.
/// </summary>
public interface IResponseView
{
    int Status { get; }

    /// <summary>The reason phrase.</summary>
    string Reason { get; }

    /// <summary>As in <c>HTTP/1.1</c>.</summary>
    string Protocol { get; }

    string? Header(string name);
}
