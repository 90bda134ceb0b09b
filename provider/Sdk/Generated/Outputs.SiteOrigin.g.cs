// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using System.Collections.Immutable;
using Pulumi;

namespace EdgeInfra.Outputs;

/// <summary>The store that a site is in: exactly one.</summary>
[OutputType]
public sealed class SiteOrigin
{
    /// <summary>Amazon S3.</summary>
    public readonly Outputs.S3Store? S3;

    /// <summary>Google Cloud Storage.</summary>
    public readonly Outputs.GcsStore? Gcs;

    /// <summary>Azure Blob Storage.</summary>
    public readonly Outputs.AzureBlobStore? AzureBlob;

    /// <summary>Backblaze B2.</summary>
    public readonly Outputs.B2Store? B2;

    /// <summary>Alibaba Cloud OSS.</summary>
    public readonly Outputs.OssStore? Oss;

    /// <summary>DigitalOcean Spaces.</summary>
    public readonly Outputs.SpacesStore? Spaces;

    /// <summary>Wasabi.</summary>
    public readonly Outputs.WasabiStore? Wasabi;

    /// <summary>Heroku.</summary>
    public readonly Outputs.HerokuStore? Heroku;

    /// <summary>Cloudflare R2.</summary>
    public readonly Outputs.R2Store? R2;

    /// <summary>Linode Object Storage.</summary>
    public readonly Outputs.LinodeStore? Linode;

    /// <summary>A store that speaks S3.</summary>
    public readonly Outputs.S3CompatibleStore? S3Compatible;

    [OutputConstructor]
    public SiteOrigin(
        Outputs.S3Store? s3 = default,
        Outputs.GcsStore? gcs = default,
        Outputs.AzureBlobStore? azureBlob = default,
        Outputs.B2Store? b2 = default,
        Outputs.OssStore? oss = default,
        Outputs.SpacesStore? spaces = default,
        Outputs.WasabiStore? wasabi = default,
        Outputs.HerokuStore? heroku = default,
        Outputs.R2Store? r2 = default,
        Outputs.LinodeStore? linode = default,
        Outputs.S3CompatibleStore? s3Compatible = default)
    {
        S3 = s3;
        Gcs = gcs;
        AzureBlob = azureBlob;
        B2 = b2;
        Oss = oss;
        Spaces = spaces;
        Wasabi = wasabi;
        Heroku = heroku;
        R2 = r2;
        Linode = linode;
        S3Compatible = s3Compatible;
    }
}
