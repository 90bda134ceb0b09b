namespace EdgeInfra.Edge.Proxy.Policies;

/// <summary>What an origin's policy does next for a request.</summary>
internal enum CourseStep
{
    /// <summary>Asks for what the client wants.</summary>
    Object,

    /// <summary>Asks for a byte of it, because the answer to a HEAD does not say why it is an error.</summary>
    Check,

    /// <summary>Asks whether there is an index below a path that is not there.</summary>
    Index,

    /// <summary>Asks for the single page in place of one that is not there.</summary>
    SinglePage,

    /// <summary>Asks for the object that stands in for an error.</summary>
    ErrorPage,

    /// <summary>Sends the client to the path with a slash.</summary>
    Redirect,

    /// <summary>Gives a page that is no object.</summary>
    Content,

    /// <summary>Gives an error of the edge's own.</summary>
    Fault,

    /// <summary>Nothing: an answer has been passed on.</summary>
    Passed,
}
