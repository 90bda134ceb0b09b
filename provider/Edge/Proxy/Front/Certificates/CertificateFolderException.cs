namespace EdgeInfra.Edge.Proxy.Front.Certificates;

/// <summary>A folder of certificates can't be served from. The message tells everything that is wrong; it is fit for people.</summary>
internal sealed class CertificateFolderException(string path, IEnumerable<string> reasons) : Exception($"{path}: {string.Join("; ", reasons)}");
