namespace EdgeInfra.Model;

/// <summary>What the origin is told in X-Forwarded-For.</summary>
public enum ForwardedFor
{
    /// <summary>What the client sent, and then the client's address.</summary>
    Append,
    Leave,
    Clear,

    /// <summary>The client's address alone.</summary>
    Overwrite,
}
