using System.Net;

namespace EdgeInfra.Edge.Commands;

/// <summary>How a development bucket was asked to run.</summary>
internal sealed record BucketCommandOptions(BucketWish Wish, IPEndPoint Listen, DataDirectory? Data)
{
    public IReadOnlyList<string> Arguments =>
        ["bucket", .. Wish.Arguments, "--listen", $"{Listen}", .. Data is null ? (string[])[] : ["--data", Data.Folder]];

    /// <summary>What only the environment of a background process is told.</summary>
    public IReadOnlyDictionary<string, string> Environment => Wish.Key is not { } key
        ? new Dictionary<string, string>()
        : new Dictionary<string, string> { [BucketFlags.AccessVariable] = key.Access, [BucketFlags.SecretVariable] = key.Secret };

    public string Fingerprint => Fingerprints.Of([.. Arguments, Wish.Key?.Access ?? "", Wish.Key?.Secret ?? ""]);
}
