namespace Pulumi;

/// <summary>The content of one file.</summary>
/// <remarks>Use one of <see cref="FileAsset"/>, <see cref="StringAsset"/> and <see cref="RemoteAsset"/>.</remarks>
public abstract class Asset : AssetOrArchive
{
    private protected Asset()
    {
    }
}
