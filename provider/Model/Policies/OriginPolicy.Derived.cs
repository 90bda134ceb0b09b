namespace EdgeInfra.Model;

/// <content>What follows from its fields.</content>
public sealed partial record OriginPolicy
{
    /// <summary>Whether the origin gets all of the client's query.</summary>
    public bool PassesQuery => Query is null ? Signing is null : Query == "pass";

    /// <summary>Methods that are allowed; empty: all are.</summary>
    public ValueList<string> AllowedMethods => Methods.Count == 0 && Signing is not null ? ["GET", "HEAD"] : Methods;
}
