namespace Pulumi;

/// <summary>The content of a folder.</summary>
/// <remarks>Use one of <see cref="FileArchive"/>, <see cref="AssetArchive"/> and <see cref="RemoteArchive"/>.</remarks>
public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}
