using System.Collections.Immutable;
using EdgeInfra.Model;

namespace EdgeInfra.Plugin.Components;

/// <summary>A kind of store as programs call it: the component that stands for it, and the property of an EdgeSite's origin.</summary>
internal sealed record OriginKind(string Kind, string Word)
{
    public static ImmutableArray<OriginKind> All { get; } =
    [
        new("s3", "S3"), new("gcs", "Gcs"), new("azure", "AzureBlob"), new("b2", "B2"), new("oss", "Oss"), new("spaces", "Spaces"), new("wasabi", "Wasabi"),
        new("heroku", "Heroku"), new("r2", "R2"), new("linode", "Linode"), new("compatible", "S3Compatible"),
    ];

    /// <summary><c>AzureBlobOrigin</c>.</summary>
    public string Resource => $"{Word}Origin";

    /// <summary><c>azureBlob</c>.</summary>
    public string Property => char.ToLowerInvariant(Word[0]) + Word[1..];

    /// <summary>The type of that property: <c>AzureBlobStore</c>.</summary>
    public string Type => $"{Word}Store";

    public string Title => StoreForm.Title(Kind);
}
