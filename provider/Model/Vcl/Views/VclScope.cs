namespace EdgeInfra.Model.Vcl;

/// <summary>
/// The moment an expression is evaluated at, named by Fastly's subroutines; it decides which variables there are.
/// </summary>
[Flags]
public enum VclScope
{
    None = 0,

    /// <summary>A request has come in; conditions of type REQUEST.</summary>
    Recv = 1,

    /// <summary>An origin is about to be asked; conditions of type PREFETCH.</summary>
    Miss = 2,

    /// <summary>An origin has answered; conditions of type CACHE.</summary>
    Fetch = 4,

    /// <summary>The answer is about to be delivered; conditions of type RESPONSE.</summary>
    Deliver = 8,

    All = Recv | Miss | Fetch | Deliver,
}
