using System.Globalization;

namespace EdgeInfra.Edge.Commands;

/// <summary>What kind of bucket is wanted: whose manners, which name, who may read it.</summary>
internal sealed record BucketWish(string Root, string Name)
{
    public const string DefaultStore = "s3";

    /// <summary>The stores whose manners there are.</summary>
    public static IReadOnlyList<string> Stores { get; } = [DefaultStore, "gcs", "azure", "b2", "oss"];

    public string Store { get; init; } = DefaultStore;

    public string Domain { get; init; } = "";

    public string Region { get; init; } = "";

    public bool IsPrivate { get; init; }

    public bool MayList { get; init; } = true;

    public BucketKey? Key { get; init; }

    /// <summary>How far the bucket's clock is ahead.</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>File that gets a line for each request; null for none.</summary>
    public string? Log { get; init; }

    /// <summary>All but the key, which a background process gets by its environment: command lines are there for everybody to see.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        Root, "--name", Name, "--store", Store,
        .. Domain.Length > 0 ? (string[])["--domain", Domain] : [], .. Region.Length > 0 ? (string[])["--region", Region] : [],
        .. IsPrivate ? (string[])["--private"] : [], .. MayList ? (string[])[] : ["--no-list"],
        .. Ahead != TimeSpan.Zero ? (string[])["--clock", string.Create(CultureInfo.InvariantCulture, $"{Ahead.TotalSeconds:+0;-0}s")] : [],
        .. Log is null ? (string[])[] : ["--log", Log],
    ];
}
