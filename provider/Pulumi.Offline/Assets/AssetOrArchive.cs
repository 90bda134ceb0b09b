using EdgeInfra.Protocol;

namespace Pulumi;

/// <summary>A file or folder passed to a resource.</summary>
/// <remarks>Paths are read by the engine, relative to the program's folder, not when the object is made.</remarks>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive()
    {
    }

    internal abstract PropertyValue ToValue();
}
