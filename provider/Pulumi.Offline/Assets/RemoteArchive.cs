using EdgeInfra.Protocol;

namespace Pulumi;

/// <summary>The archive file behind a URI.</summary>
/// <remarks>It is fetched by the engine: file, http and https.</remarks>
public sealed class RemoteArchive(string uri) : Archive
{
    internal override PropertyValue ToValue() => new PropertyValue.Archive(Uri: uri);
}
