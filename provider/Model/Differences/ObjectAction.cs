namespace EdgeInfra.Model;

/// <summary>What happens to an object from one version to the next.</summary>
public enum ObjectAction
{
    Added,
    Changed,
    Removed,
}
