namespace EdgeInfra.Model;

/// <summary>What obeys a version. Fastly obeys whatever its API takes; the bundled runtime refuses what it does not act on yet.</summary>
public enum Target
{
    Runtime,
    Fastly,
}
