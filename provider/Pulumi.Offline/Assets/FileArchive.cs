using EdgeInfra.Protocol;

namespace Pulumi;

/// <summary>A folder, or an archive file, on this machine.</summary>
/// <remarks>The path is relative to the program's folder.</remarks>
public sealed class FileArchive(string path) : Archive
{
    internal override PropertyValue ToValue() => new PropertyValue.Archive(Path: path);
}
