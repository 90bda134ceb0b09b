using Pulumi;

namespace EdgeInfra;

/// <summary>
/// Where the bundled runtime listens and keeps its data. Port 0 is a free one, chosen once and kept from then on.
/// </summary>
public sealed class EdgeHostArgs : ResourceArgs
{
    /// <summary>Address and port that clients reach the edge at. Default: 127.0.0.1:0.</summary>
    [Input("listen")]
    public Input<string>? Listen { get; set; }

    /// <summary>Address and port of the control API. Default: 127.0.0.1:0.</summary>
    [Input("control")]
    public Input<string>? Control { get; set; }

    /// <summary>Folder for versions, token and log, relative to the project. Default: .edge and the host's name.</summary>
    [Input("dataDirectory")]
    public Input<string>? DataDirectory { get; set; }

    /// <summary>Folder to serve as a development bucket beside the edge. Default: there is none.</summary>
    [Input("bucket")]
    public Input<string>? Bucket { get; set; }

    /// <summary>
    /// Name of that bucket, by which requests choose it: site answers to the host site.localhost. Default: the folder's own name.
    /// </summary>
    [Input("bucketName")]
    public Input<string>? BucketName { get; set; }
}
