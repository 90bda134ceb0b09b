// Generated from schema/edgeinfra.json by provider/Sdk.Generator: change the schema, not this file.
#nullable enable

using Pulumi;

namespace EdgeInfra;

/// <summary>The store that a site is in: exactly one.</summary>
public sealed partial class SiteOriginArgs : global::Pulumi.ResourceArgs
{
    /// <summary>Amazon S3.</summary>
    [Input("s3")]
    public Input<S3StoreArgs>? S3 { get; set; }

    /// <summary>Google Cloud Storage.</summary>
    [Input("gcs")]
    public Input<GcsStoreArgs>? Gcs { get; set; }

    /// <summary>Azure Blob Storage.</summary>
    [Input("azureBlob")]
    public Input<AzureBlobStoreArgs>? AzureBlob { get; set; }

    /// <summary>Backblaze B2.</summary>
    [Input("b2")]
    public Input<B2StoreArgs>? B2 { get; set; }

    /// <summary>Alibaba Cloud OSS.</summary>
    [Input("oss")]
    public Input<OssStoreArgs>? Oss { get; set; }

    /// <summary>DigitalOcean Spaces.</summary>
    [Input("spaces")]
    public Input<SpacesStoreArgs>? Spaces { get; set; }

    /// <summary>Wasabi.</summary>
    [Input("wasabi")]
    public Input<WasabiStoreArgs>? Wasabi { get; set; }

    /// <summary>Heroku.</summary>
    [Input("heroku")]
    public Input<HerokuStoreArgs>? Heroku { get; set; }

    /// <summary>Cloudflare R2.</summary>
    [Input("r2")]
    public Input<R2StoreArgs>? R2 { get; set; }

    /// <summary>Linode Object Storage.</summary>
    [Input("linode")]
    public Input<LinodeStoreArgs>? Linode { get; set; }

    /// <summary>A store that speaks S3.</summary>
    [Input("s3Compatible")]
    public Input<S3CompatibleStoreArgs>? S3Compatible { get; set; }
}
