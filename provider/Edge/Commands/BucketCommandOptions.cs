using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>How a development bucket was asked to run.</summary>
/// <param name="Name">Empty for a bucket that answers whatever the host is.</param>
internal sealed record BucketCommandOptions(string Root, string Name, IPEndPoint Listen, DataDirectory? Data)
{
    public IReadOnlyList<string> Arguments =>
        ["bucket", Root, "--name", Name, "--listen", $"{Listen}", .. Data is null ? (string[])[] : ["--data", Data.Folder]];

    public string Fingerprint => Fingerprints.Of(Arguments);
}
