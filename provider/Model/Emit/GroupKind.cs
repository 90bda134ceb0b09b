namespace EdgeInfra.Model;

/// <summary>How a member of a group is chosen. The last two send the same question to the same member, as long as it is healthy.</summary>
public enum GroupKind
{
    /// <summary>By weight, anew for each request.</summary>
    Random,

    /// <summary>By host and URL.</summary>
    ByObject,

    /// <summary>By the client's address.</summary>
    ByClient,
}
